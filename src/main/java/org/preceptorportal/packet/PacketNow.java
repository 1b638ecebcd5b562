package org.preceptorportal.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.night.Nights;
import org.preceptorportal.night.Order;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/**
 * One program's packet at once, beside a running night: for the days in which programs decide
 * within hours (SOAP).
 */
@ApplicationScoped
public class PacketNow {
    private static final String JOB = "letter-packets";

    @Inject Nights nights;
    @Inject Programs programs;
    @Inject AuditTrail audit;

    /** Whose packets the caller may have made: a program its own, a coordinator all. */
    public List<Program> choices(Caller caller) {
        if (caller.is(Role.PROGRAM_STAFF)) {
            return List.of(programs.get(caller.programId()));
        }
        if (caller.is(Role.COORDINATOR)) {
            return programs.all(caller.tenantId()).stream()
                    .sorted(Comparator.comparing(Program::name).thenComparing(Program::id))
                    .toList();
        }
        throw audit.refuse(caller, "packet", "now");
    }

    /** Whether programs must be left alone today, unless they asked themselves. */
    public boolean onlyIfAsked(Caller caller) {
        return !caller.is(Role.PROGRAM_STAFF) && nights.onlyIfAsked();
    }

    /**
     * Starts it in the background.
     *
     * @param asked whether the program itself has asked for it; its staff who order have asked
     * @return the night's id
     * @throws org.preceptorportal.night.NightNotPossible in the season's days of silence, unless
     *     the program asked
     * @throws org.preceptorportal.night.NightAlreadyRunning when it is being made
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public long make(Caller caller, long programId, boolean asked) {
        if (choices(caller).stream().noneMatch(program -> program.id() == programId)) {
            throw audit.refuse(caller, "program", programId);
        }
        boolean stated = asked || caller.is(Role.PROGRAM_STAFF);
        long night =
                nights.start(
                        Caller.portal(caller.tenantId()),
                        new Order(null, JOB, programId, false, stated));
        audit.recordAlone(
                caller,
                "packet.ordered",
                "program",
                programId,
                "night " + night + (stated ? ", the program asked" : ""));
        return night;
    }
}
