package org.preceptorportal.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.access.Accounts;
import org.preceptorportal.audit.AuditEvent;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.notify.Outbox;
import org.preceptorportal.packet.Entry.Kind;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.release.Releases;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;
import org.preceptorportal.signing.Holders;
import org.preceptorportal.signing.LetterWithdrawn;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.signing.SignedLetter.Rendition;
import org.preceptorportal.signing.SignedLetters;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Sha256;

/**
 * What becomes of a packet that holds a letter which was withdrawn later (PK-8): the letter's files
 * are given to nobody, and the programs that took them are told.
 */
@ApplicationScoped
public class Recalls implements Holders {
    /** Of one packet, the newest downloads. */
    private static final int LOOK_BACK = 1000;

    @Inject Releases releases;
    @Inject SignedLetters signedLetters;
    @Inject PacketRows rows;
    @Inject Programs programs;
    @Inject Accounts accounts;
    @Inject Outbox outbox;
    @Inject Seasons seasons;
    @Inject Tenants tenants;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Dates dates;
    @Inject Clock clock;

    @Inject
    @ConfigProperty(name = "portal.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /**
     * A packet's files as they may be given today.
     *
     * @param entries without those that hold a withdrawn letter
     * @param made what stands in their place, by its hash
     */
    record Today(List<Entry> entries, Map<Sha256, byte[]> made) {}

    /** Leaves out every file that holds a withdrawn letter; says so in a file of its own. */
    Today today(PacketView packet, List<Entry> entries) {
        List<ReleasedLetter> withdrawn =
                releases.withdrawnSince(packet.programId(), packet.season(), packet.madeAt());
        if (withdrawn.isEmpty()) {
            return new Today(entries, Map.of());
        }
        Set<Long> learners = new HashSet<>();
        Set<Sha256> originals = new HashSet<>();
        for (ReleasedLetter letter : withdrawn) {
            learners.add(letter.learnerId());
            signedLetters
                    .versions(letter.letterId())
                    .forEach(version -> originals.add(version.bytesOf(Rendition.ORIGINAL)));
        }
        List<Entry> kept = new ArrayList<>();
        StringBuilder gone =
                new StringBuilder(words.say("packet", "withdrawn.file")).append("\n\n");
        Entry sums = null;
        for (Entry entry : entries) {
            if (entry.kind() == Kind.APPLICANT && learners.contains(entry.learnerId())
                    || entry.kind() == Kind.ORIGINAL && originals.contains(entry.blob().sha256())) {
                gone.append(entry.name()).append('\n');
            } else if (entry.kind() == Kind.SUMS) {
                sums = entry;
            } else {
                kept.add(entry);
            }
        }
        Map<Sha256, byte[]> made = new HashMap<>();
        kept.add(
                made(
                        made,
                        entries.size() + 1,
                        "WITHDRAWN.txt",
                        Kind.NOTE,
                        gone.toString().getBytes(StandardCharsets.UTF_8)));
        if (sums != null) {
            kept.add(made(made, sums.position(), sums.name(), Kind.SUMS, Index.sums(kept)));
        }
        return new Today(List.copyOf(kept), made);
    }

    private static Entry made(
            Map<Sha256, byte[]> all, int position, String name, Kind kind, byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        Blob blob = new Blob(Sha256.of(bytes), bytes.length, crc.getValue());
        all.put(blob.sha256(), bytes);
        return new Entry(position, name, kind, null, name, blob);
    }

    /** Tells the programs that took the letter; never while they must be left alone (S10). */
    void tell(@Observes LetterWithdrawn event) {
        SignedLetter signed = signedLetters.find(event.signedLetterId()).orElseThrow();
        Instant now = clock.instant();
        Instant at = seasons.current().mayWriteToPrograms(now);
        taken(signed)
                .forEach(
                        (program, when) -> {
                            for (String address :
                                    accounts.programAddresses(event.tenantId(), program)) {
                                outbox.sendAfter(
                                        at,
                                        event.tenantId(),
                                        "letter-recalled:" + event.signedLetterId(),
                                        address,
                                        outbox.message(
                                                words.say("packet", "mail.withdrawn.subject"),
                                                words.say(
                                                        "packet",
                                                        "mail.withdrawn.body",
                                                        signed.authorName(),
                                                        signed.learnerName(),
                                                        dates.moment(when),
                                                        baseUrl + "/packet/shelf",
                                                        tenants.get(event.tenantId()).name()),
                                                Optional.empty()));
                            }
                            audit.record(
                                    org.preceptorportal.shell.Caller.portal(event.tenantId()),
                                    "packet.letter-recalled",
                                    "letter",
                                    event.letterId(),
                                    "program " + program);
                        });
    }

    @Override
    public List<Holder> of(SignedLetter signed) {
        List<Holder> holders = new ArrayList<>();
        taken(signed)
                .forEach(
                        (id, when) -> {
                            Program program = programs.get(id);
                            holders.add(new Holder(program.name(), program.institution(), when));
                        });
        holders.sort(Comparator.comparing(Holder::program));
        return holders;
    }

    /** The programs that took a file with this letter, in whatever version, and when last. */
    private Map<Long, Instant> taken(SignedLetter signed) {
        Map<Long, Instant> taken = new LinkedHashMap<>();
        for (SignedLetter version : signedLetters.versions(signed.letterId())) {
            for (PacketRows.Holding holding :
                    rows.holding(signed.tenantId(), version.bytesOf(Rendition.ORIGINAL))) {
                audit
                        .events(
                                signed.tenantId(),
                                "packet",
                                Long.toString(holding.packetId()),
                                0,
                                LOOK_BACK)
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
