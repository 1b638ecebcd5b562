package org.preceptorportal.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.packet.Applicants.Applicant;
import org.preceptorportal.packet.Entry.Kind;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.FileName;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.BlobDamaged;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** Lays one program's packet together, if it differs from the program's newest one (PK-3). */
@ApplicationScoped
public class PacketMaking {
    private static final Logger LOG = System.getLogger(PacketMaking.class.getName());

    @Inject Applicants applicants;
    @Inject ApplicantFiles files;
    @Inject PacketRows rows;
    @Inject Learners learners;
    @Inject Programs programs;
    @Inject Blobs blobs;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Clock clock;

    /**
     * Makes or keeps the packet, in the chunk's transaction.
     *
     * @param leftOut what the step before left out, by {@link Applicant#item()}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Made make(NightRun night, long programId, Map<String, String> leftOut) {
        Program program = programs.get(programId);
        try {
            return make(night, program, leftOut);
        } catch (RuntimeException e) {
            // As for an applicant's file: one program's fault must not end the night (S6).
            LOG.log(Level.ERROR, "The packet of program " + programId + " failed", e);
            return made(
                    program,
                    false,
                    words.say("packet", "skip.unexpected", e.getClass().getSimpleName()));
        }
    }

    private static Made made(Program program, boolean isNew, String problem) {
        return Made.of(
                Long.toString(program.id()),
                program.name() + ", " + program.institution(),
                isNew,
                problem);
    }

    private Made make(NightRun night, Program program, Map<String, String> leftOut) {
        long programId = program.id();
        Optional<PacketView> latest = rows.latest(night.tenant(), programId, night.season());
        Pile pile = new Pile(leftOut, sound(latest));
        Map<Long, ApplicantFile> bound = files.ofRun(night.run(), programId);
        for (Applicant applicant : applicants.ofProgram(night, programId)) {
            pile.add(learners.get(applicant.learnerId()), applicant, bound);
        }
        PacketDraft draft = pile.draft(programId);
        if (!PacketZip.fits(draft.entries())) {
            return made(program, false, words.say("packet", "skip.tooBig"));
        }
        boolean isNew = latest.map(PacketView::key).filter(draft.key()::equals).isEmpty();
        if (isNew) {
            // Microseconds are what the database keeps; the ZIP's bytes depend on it.
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            OptionalLong id = rows.add(night, draft, at);
            isNew = id.isPresent();
            if (isNew) {
                audit.record(
                        Caller.portal(night.tenant()),
                        "packet.made",
                        "packet",
                        id.getAsLong(),
                        draft.applicants() + " applicants, " + draft.letters() + " letters");
            }
        }
        String problem =
                pile.damaged == 0 ? null : words.say("packet", "skip.originals", pile.damaged);
        return made(program, isNew, problem);
    }

    // Bytes that an earlier packet holds were read when it was made.
    private Set<Sha256> sound(Optional<PacketView> latest) {
        Set<Sha256> sound = new HashSet<>();
        latest.ifPresent(
                packet -> rows.entries(packet.id()).forEach(e -> sound.add(e.blob().sha256())));
        return sound;
    }

    /** The growing packet. */
    private final class Pile {
        private final Map<String, String> leftOut;
        private final Set<Sha256> sound;
        private final FileName names = new FileName();
        private final Index index = new Index();
        private final TreeMap<String, Entry> bound = new TreeMap<>();
        private final TreeMap<String, Entry> originals = new TreeMap<>();
        private int applicants;
        private int letters;
        private int skipped;
        private int damaged;

        Pile(Map<String, String> leftOut, Set<Sha256> sound) {
            this.leftOut = leftOut;
            this.sound = sound;
        }

        void add(Learner learner, Applicant applicant, Map<Long, ApplicantFile> files) {
            String base = names.unique("", base(learner), "");
            String missing = leftOut.get(applicant.item());
            ApplicantFile file = files.get(learner.id());
            Entry pdf = null;
            if (file != null) {
                pdf = entry(base + ".pdf", Kind.APPLICANT, learner, learner.fullName(), file.pdf());
                bound.put(pdf.name(), pdf);
            }
            for (ReleasedLetter letter : applicant.letters()) {
                if (sound(letter.original())) {
                    String name =
                            names.unique(
                                    "originals/",
                                    base + "_by_" + FileName.person(letter.authorName(), "author"),
                                    ".pdf");
                    originals.put(
                            name,
                            entry(
                                    name,
                                    Kind.ORIGINAL,
                                    learner,
                                    letter.authorName(),
                                    letter.original()));
                    letters++;
                } else {
                    damaged++;
                    String lost = words.say("packet", "skip.original", letter.authorName());
                    missing = missing == null ? lost : missing + " " + lost;
                }
            }
            applicants++;
            skipped += missing == null ? 0 : 1;
            index.add(learner, applicant, pdf, missing);
        }

        private boolean sound(Sha256 sha256) {
            if (!sound.contains(sha256)) {
                try {
                    blobs.read(sha256);
                } catch (BlobDamaged e) {
                    LOG.log(Level.ERROR, e.getMessage());
                    return false;
                }
            }
            return true;
        }

        private Entry entry(String name, Kind kind, Learner learner, String title, Sha256 sha256) {
            return new Entry(0, name, kind, learner.id(), title, blobs.describe(sha256));
        }

        PacketDraft draft(long programId) {
            List<Entry> entries = new ArrayList<>();
            bound.values().forEach(e -> place(entries, e));
            originals.values().forEach(e -> place(entries, e));
            place(entries, file("index.csv", Kind.INDEX, blobs.put(index.bytes())));
            place(entries, file("SHA256SUMS", Kind.SUMS, blobs.put(Index.sums(entries))));
            return new PacketDraft(programId, entries, applicants, letters, skipped);
        }

        private Entry file(String name, Kind kind, Blob blob) {
            return new Entry(0, name, kind, null, name, blob);
        }

        private static void place(List<Entry> entries, Entry e) {
            entries.add(
                    new Entry(
                            entries.size() + 1,
                            e.name(),
                            e.kind(),
                            e.learnerId(),
                            e.title(),
                            e.blob()));
        }
    }

    private static String base(Learner learner) {
        String name = FileName.person(learner.sortableName(), learner.code());
        return learner.aamcId() == null ? name : name + "_" + FileName.safe(learner.aamcId());
    }
}
