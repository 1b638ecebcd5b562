package org.preceptorportal.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.packet.Entry.Kind;
import org.preceptorportal.packet.Packets.Opened;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.store.Sha256;

/**
 * What changed in a program's packet since its last whole download (PK-11): unpacked over that one,
 * it makes the new one.
 */
@ApplicationScoped
public class Changes {
    static final String NAME = "changes.json";
    static final String CSV = "CHANGES.csv";

    private static final Comparator<PacketView> BY_TIME =
            Comparator.comparing(PacketView::cutoff).thenComparing(PacketView::id);

    @Inject Packets packets;
    @Inject PacketRows rows;
    @Inject TakenRows taken;
    @Inject Recalls recalls;
    @Inject Statements statements;
    @Inject AuditTrail audit;

    /**
     * A packet that a program's staff took to the end, and when they began.
     *
     * @param leftOut names of its files that they did not get: a letter in them was withdrawn
     */
    public record Taken(long packetId, Instant at, Set<String> leftOut) {}

    /**
     * @param since the base, so that an address always means the same
     * @param fresh names that are new
     * @param changed names whose files are others now
     * @param withdrawn names of files that held a letter which was withdrawn
     * @param gone names of other files that are no longer there
     */
    record Difference(
            Taken since,
            List<Entry> files,
            List<String> fresh,
            List<String> changed,
            List<String> withdrawn,
            List<String> gone) {
        boolean isEmpty() {
            return files.isEmpty() && withdrawn.isEmpty() && gone.isEmpty();
        }
    }

    /** The base that an opened packet's changes count from; empty when there are none to tell. */
    @Transactional
    public Optional<Taken> since(Opened opened) {
        return opened.whole()
                ? taken.last(opened.packet())
                        .flatMap(base -> difference(opened, base))
                        .filter(difference -> !difference.isEmpty())
                        .map(Difference::since)
                : Optional.empty();
    }

    /**
     * The packet's changes since a base, as a packet of their own.
     *
     * @throws org.preceptorportal.shell.NotForCaller unless the program took that base, and it is
     *     no later one: who goes back to an older packet would be told to delete what is newer
     */
    @Transactional
    public Opened open(Caller caller, long id, long base) {
        Opened opened = packets.get(caller, id);
        if (!opened.whole()) {
            // The ZIP will say why.
            return opened;
        }
        return taken.of(opened.packet(), base)
                .flatMap(since -> difference(opened, since))
                .map(difference -> laid(opened, difference))
                .orElseThrow(() -> audit.refuse(caller, "packet", id + " since " + base));
    }

    /**
     * Bytes {@code [from, until)} of a download went out to the caller; only program staff count.
     * Once they have all of it, in one piece or piece by piece, they have the packet as it stood
     * when this piece began.
     */
    @Transactional
    public void sent(
            Caller caller, Opened opened, Instant began, long from, long until, long length) {
        if (caller.is(Role.PROGRAM_STAFF)
                && taken.sent(opened.packet(), opened.tag(), from, until, began) >= length) {
            taken.add(opened.packet(), began, opened.lack().files());
        }
    }

    /** Empty when the base is the later one. */
    private Optional<Difference> difference(Opened opened, Taken since) {
        PacketView base = rows.find(opened.packet().tenantId(), since.packetId()).orElseThrow();
        return BY_TIME.compare(base, opened.packet()) > 0
                ? Optional.empty()
                : Optional.of(difference(opened, since, base));
    }

    private Difference difference(Opened opened, Taken since, PacketView base) {
        List<Entry> entries = rows.entries(base.id());
        Map<String, Sha256> before = new HashMap<>(files(entries));
        before.keySet().removeAll(since.leftOut());
        Map<String, Sha256> standing = files(recalls.today(base, entries).entries());
        Map<String, Sha256> now = files(opened.entries());
        List<Entry> files =
                opened.entries().stream()
                        .filter(e -> e.learnerId() != null)
                        .filter(e -> !e.blob().sha256().equals(before.get(e.name())))
                        .toList();
        List<String> left =
                before.keySet().stream().filter(n -> !now.containsKey(n)).sorted().toList();
        return new Difference(
                since,
                files,
                files.stream().map(Entry::name).filter(n -> !before.containsKey(n)).toList(),
                files.stream().map(Entry::name).filter(before::containsKey).toList(),
                left.stream().filter(n -> !standing.containsKey(n)).toList(),
                left.stream().filter(standing::containsKey).toList());
    }

    private static Map<String, Sha256> files(List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.learnerId() != null)
                .collect(Collectors.toMap(Entry::name, e -> e.blob().sha256()));
    }

    private Opened laid(Opened opened, Difference difference) {
        byte[] csv = csv(difference);
        Entry told = Laying.note(CSV, csv);
        byte[] json = json(opened, difference, told);
        byte[] p7s = statements.signature(opened.packet().id(), json);
        Entry stated = Laying.note(NAME, json);
        Entry signed = Laying.note(NAME + ".p7s", p7s);
        List<Entry> all = new ArrayList<>();
        for (Entry entry : opened.entries()) {
            if (entry.learnerId() == null && entry.kind() != Kind.MANIFEST) {
                all.add(entry);
            }
        }
        all.addAll(difference.files());
        all.addAll(List.of(told, stated, signed));
        opened.entries().stream().filter(e -> e.kind() == Kind.MANIFEST).forEach(all::add);
        Map<Sha256, byte[]> made = new HashMap<>(opened.made());
        made.put(told.blob().sha256(), csv);
        made.put(stated.blob().sha256(), json);
        made.put(signed.blob().sha256(), p7s);
        return new Opened(opened.packet(), List.copyOf(all), made, opened.lack(), opened.advised());
    }

    private static byte[] csv(Difference difference) {
        StringBuilder csv = new StringBuilder("\uFEFFchange,file\r\n");
        Map<String, List<String>> all = new java.util.LinkedHashMap<>();
        all.put("new", difference.fresh());
        all.put("changed", difference.changed());
        all.put("withdrawn: delete it", difference.withdrawn());
        all.put("no longer there: delete it", difference.gone());
        // Names are ASCII without commas or quotes (PK-7).
        all.forEach(
                (what, names) ->
                        names.forEach(
                                name -> csv.append(what).append(',').append(name).append("\r\n")));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Opened opened, Difference difference, Entry told) {
        StringBuilder json = new StringBuilder("{\n");
        Manifest.field(json, "format", "preceptor-portal-changes-1");
        // What lists the rest: changes of one packet say nothing of another.
        opened.entries().stream()
                .filter(e -> e.kind() == Kind.MANIFEST)
                .forEach(e -> Manifest.field(json, "manifest", e.blob().sha256().hex()));
        Manifest.field(json, "since", difference.since().at().toString());
        Function<String, jakarta.json.JsonObjectBuilder> tombstone =
                name -> Json.createObjectBuilder().add("file", name);
        Manifest.lines(json, "withdrawn", difference.withdrawn(), tombstone);
        json.append(",\n");
        Manifest.lines(json, "gone", difference.gone(), tombstone);
        json.append(",\n");
        List<Entry> files = new ArrayList<>(difference.files());
        files.add(told);
        Manifest.lines(
                json,
                "files",
                files,
                e -> Manifest.file(new Listing.File(e.name(), e.blob().size(), e.blob().sha256())));
        return json.append("\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
