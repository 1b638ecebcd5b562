package org.preceptorportal.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Task.Urgency;
import org.preceptorportal.shell.Words;

/** Tells program staff of their newest packet; how the night went is the night's own to tell. */
@ApplicationScoped
public class PacketAgenda implements Agenda {
    private static final int LOOK_BACK = 100;

    @Inject Packets packets;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Dates dates;

    @Override
    public List<Task> tasksFor(Caller caller) {
        if (!caller.is(Role.PROGRAM_STAFF)) {
            return List.of();
        }
        List<PacketView> shelf = packets.list(caller);
        if (shelf.isEmpty()) {
            return List.of(
                    new Task(
                            Urgency.WAITING, null, words.say("packet", "agenda.none"), null, null));
        }
        PacketView newest = shelf.get(0);
        boolean taken = taken(caller, newest);
        return List.of(
                new Task(
                        taken ? Urgency.DONE : Urgency.NOW,
                        null,
                        words.say(
                                "packet",
                                taken ? "agenda.taken" : "agenda.new",
                                dates.day(newest.night()),
                                newest.applicants()),
                        words.say("packet", "agenda.open"),
                        "/packet/open?id=" + newest.id()));
    }

    private boolean taken(Caller caller, PacketView packet) {
        return audit
                .events(caller.tenantId(), "packet", Long.toString(packet.id()), 0, LOOK_BACK)
                .stream()
                .anyMatch(
                        e ->
                                e.action().equals(Packets.DOWNLOADED)
                                        && Packets.isZip(e.detail())
                                        && Role.PROGRAM_STAFF.name().equals(e.role()));
    }
}
