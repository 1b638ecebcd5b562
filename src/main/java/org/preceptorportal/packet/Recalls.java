package org.preceptorportal.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.access.Accounts;
import org.preceptorportal.audit.AuditEvent;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.notify.LetterTold;
import org.preceptorportal.notify.Outbox;
import org.preceptorportal.packet.Entry.Kind;
import org.preceptorportal.release.Releases;
import org.preceptorportal.release.Releases.Withdrawn;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.season.PacketPractices;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;
import org.preceptorportal.signing.Holders;
import org.preceptorportal.signing.LetterWithdrawn;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.signing.SignedLetter.Rendition;
import org.preceptorportal.signing.SignedLetters;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/**
 * What becomes of a packet that holds a letter which was withdrawn later (PK-8): the letter's files
 * are given to nobody, and the programs that took them are told; of a newer version (PK-12) they
 * are told too.
 */
@ApplicationScoped
public class Recalls implements Holders {
    // What the trail and the outbox call it that programs were told.
    private static final String REPLACED = "replaced";
    private static final String RECALLED = "recalled";

    /** Of one packet, the newest downloads. */
    private static final int LOOK_BACK = 1000;

    @Inject Releases releases;
    @Inject SignedLetters signedLetters;
    @Inject PacketRows rows;
    @Inject Statements statements;
    @Inject Blobs blobs;
    @Inject Programs programs;
    @Inject Accounts accounts;
    @Inject Outbox outbox;
    @Inject Seasons seasons;
    @Inject PacketPractices practices;
    @Inject Tenants tenants;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Dates dates;
    @Inject Clock clock;

    @Inject
    @ConfigProperty(name = "portal.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /**
     * A packet's files as they may be given now.
     *
     * @param entries without those that hold a withdrawn letter
     * @param made what stands in their place, by its hash
     */
    record Today(List<Entry> entries, Map<Sha256, byte[]> made, Lack lack) {}

    /**
     * What a packet lacks that it was made with.
     *
     * @param files their names
     * @param withdrawn codes of the letters that were withdrawn when it was opened, whether it held
     *     them or not
     */
    public record Lack(Set<String> files, Set<String> withdrawn) {}

    /**
     * A packet's files as they may be given now: without every file that held a letter which was
     * withdrawn. What tells of the rest is made anew and says so.
     */
    Today today(PacketView packet, List<Entry> entries) {
        List<Withdrawn> all = releases.withdrawn(packet.programId(), packet.season());
        Set<String> codes = codes(all);
        // A letter stands in its learner's files only, and mostly the next packet is without them.
        Set<Long> learners = entries.stream().map(Entry::learnerId).collect(Collectors.toSet());
        List<Withdrawn> maybe =
                all.stream().filter(letter -> learners.contains(letter.learnerId())).toList();
        if (maybe.isEmpty()) {
            return new Today(entries, Map.of(), new Lack(Set.of(), codes));
        }
        // Which letters it holds it says itself. Times do not tell: a withdrawal bears the moment
        // at which it began, and a packet may be laid before it is seen.
        Optional<Listing> listing =
                entries.stream()
                        .filter(e -> e.kind() == Kind.MANIFEST)
                        .findFirst()
                        .map(e -> Manifest.read(blobs.read(e.blob().sha256())));
        Set<String> gone =
                listing.map(told -> told.holding(codes)).orElseGet(() -> unlisted(entries, maybe));
        Lack lack = new Lack(gone, codes);
        return gone.isEmpty()
                ? new Today(entries, Map.of(), lack)
                : told(packet, entries, listing, lack);
    }

    /** Whether no other letters are withdrawn than when it was opened. */
    boolean stands(PacketView packet, Lack lack) {
        return codes(releases.withdrawn(packet.programId(), packet.season()))
                .equals(lack.withdrawn());
    }

    private static Set<String> codes(List<Withdrawn> letters) {
        return letters.stream().map(Withdrawn::verifyCode).collect(Collectors.toSet());
    }

    /** What a packet of former days, which has no manifest, may hold of these letters. */
    private static Set<String> unlisted(List<Entry> entries, List<Withdrawn> letters) {
        Set<Long> learners = letters.stream().map(Withdrawn::learnerId).collect(Collectors.toSet());
        Set<Sha256> originals =
                letters.stream().map(Withdrawn::original).collect(Collectors.toSet());
        return entries.stream()
                .filter(
                        e ->
                                e.kind() == Kind.APPLICANT && learners.contains(e.learnerId())
                                        || e.kind() == Kind.ORIGINAL
                                                && originals.contains(e.blob().sha256()))
                .map(Entry::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Today told(
            PacketView packet, List<Entry> entries, Optional<Listing> listing, Lack lack) {
        Set<String> gone = lack.files();
        byte[] note =
                (words.say("packet", "withdrawn.file") + "\n\n" + String.join("\n", gone) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
        Entry noted = Laying.note("WITHDRAWN.txt", note);
        Map<Sha256, byte[]> notes = Map.of(noted.blob().sha256(), note);
        Map<String, Integer> places =
                entries.stream().collect(Collectors.toMap(Entry::name, Entry::position));
        List<Entry> kept = entries.stream().filter(e -> !gone.contains(e.name())).toList();
        if (listing.isEmpty()) {
            return unsigned(kept, noted, note, places, lack);
        }
        List<Entry> files = new ArrayList<>(kept);
        files.removeIf(e -> e.learnerId() == null);
        files.add(noted);
        Listing told =
                listing.get()
                        .without(gone, lack.withdrawn(), words.say("packet", "withdrawn.person"));
        Laying laying = new Laying(words, told, files, notes, places);
        laying.sign(statements.signature(packet.id(), laying.manifest()));
        return new Today(laying.entries(), laying.made(), lack);
    }

    /** A packet of former days, which has no manifest. */
    private static Today unsigned(
            List<Entry> kept, Entry noted, byte[] note, Map<String, Integer> places, Lack lack) {
        List<Entry> all = new ArrayList<>(kept);
        all.removeIf(e -> e.kind() == Kind.SUMS);
        all.add(noted.at(places.size() + 1));
        byte[] sums = Laying.sums(all);
        Entry listed = Laying.note(Laying.SUMS, sums).at(places.get(Laying.SUMS));
        all.add(listed);
        return new Today(
                List.copyOf(all),
                Map.of(noted.blob().sha256(), note, listed.blob().sha256(), sums),
                lack);
    }

    /** Tells the programs that took the letter; never while they must be left alone (S10). */
    void tell(@Observes LetterWithdrawn event) {
        SignedLetter signed = signedLetters.find(event.signedLetterId()).orElseThrow();
        List<SignedLetter> versions = signedLetters.versions(signed.letterId());
        // Written in days of silence and not sent yet: that there is a newer one.
        versions.forEach(version -> outbox.takeBack(mailKey(version, REPLACED)));
        taken(signed.tenantId(), versions)
                .forEach((program, when) -> tell(signed, program, when, RECALLED, "withdrawn"));
    }

    /**
     * Tells the programs that took the version before, and that will have this one, once each: who
     * did not take that one either knows already that a newer one comes. Of a version that is taken
     * back by now they are told as such only.
     */
    void tell(@Observes LetterTold event) {
        SignedLetter signed = event.letter();
        if (signed.number() == 1 || signed.state() == SignedLetter.State.WITHDRAWN) {
            return;
        }
        List<SignedLetter> before =
                signedLetters.versions(signed.letterId()).stream()
                        .filter(version -> version.number() == signed.number() - 1)
                        .toList();
        Map<Long, Instant> taken = taken(signed.tenantId(), before);
        taken.keySet()
                .retainAll(releases.programsOfLetter(signed.letterId(), seasons.current().code()));
        taken.forEach((program, when) -> tell(signed, program, when, REPLACED, replacing(program)));
    }

    /** What a program is told whose channel may have changed since it took the letter. */
    private String replacing(long program) {
        return practices
                        .of(seasons.current().code())
                        .of(programs.get(program).channel().name())
                        .letters()
                ? REPLACED
                : "replacedElsewhere";
    }

    private static String mailKey(SignedLetter version, String event) {
        return "letter-" + event + ":" + version.id();
    }

    private void tell(SignedLetter signed, long program, Instant when, String event, String mail) {
        Instant at = seasons.current().mayWriteToPrograms(clock.instant());
        for (String address : accounts.programAddresses(signed.tenantId(), program)) {
            outbox.sendAfter(
                    at,
                    signed.tenantId(),
                    mailKey(signed, event),
                    address,
                    outbox.message(
                            words.say("packet", "mail." + mail + ".subject"),
                            words.say(
                                    "packet",
                                    "mail." + mail + ".body",
                                    signed.authorName(),
                                    signed.learnerName(),
                                    dates.moment(when),
                                    baseUrl + "/packet/shelf",
                                    tenants.get(signed.tenantId()).name()),
                            Optional.empty()));
        }
        audit.record(
                Caller.portal(signed.tenantId()),
                "packet.letter-" + event,
                "letter",
                signed.letterId(),
                "program " + program);
    }

    @Override
    public List<Holder> of(SignedLetter signed) {
        List<Holder> holders = new ArrayList<>();
        taken(signed.tenantId(), signedLetters.versions(signed.letterId()))
                .forEach(
                        (id, when) -> {
                            Program program = programs.get(id);
                            holders.add(new Holder(program.name(), program.institution(), when));
                        });
        holders.sort(Comparator.comparing(Holder::program));
        return holders;
    }

    /** The programs that took a file with one of these versions, and when last. */
    private Map<Long, Instant> taken(long tenantId, List<SignedLetter> versions) {
        Map<Long, Instant> taken = new LinkedHashMap<>();
        for (SignedLetter version : versions) {
            for (PacketRows.Holding holding :
                    rows.holding(tenantId, version.bytesOf(Rendition.ORIGINAL))) {
                audit
                        .events(tenantId, "packet", Long.toString(holding.packetId()), 0, LOOK_BACK)
                        .stream()
                        .filter(event -> took(event, holding))
                        .map(AuditEvent::at)
                        .max(Comparator.naturalOrder())
                        .ifPresent(
                                at ->
                                        taken.merge(
                                                holding.programId(),
                                                at,
                                                (a, b) -> a.isAfter(b) ? a : b));
            }
        }
        return taken;
    }

    private static boolean took(AuditEvent event, PacketRows.Holding holding) {
        String detail = event.detail() == null ? "" : event.detail();
        return Role.PROGRAM_STAFF.name().equals(event.role())
                && Set.of(Packets.DOWNLOADED, Packets.PREVIEWED).contains(event.action())
                && (Packets.isZip(detail)
                        || holding.files().stream()
                                .anyMatch(
                                        f -> detail.equals(f) || detail.startsWith(f + " from ")));
    }
}
