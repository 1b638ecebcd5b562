package org.preceptorportal.binding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.reports.ApplicantFilePage;
import org.preceptorportal.reports.ApplicantFilePage.Missing;
import org.preceptorportal.reports.ApplicantFilePrinter;
import org.preceptorportal.reports.UnprintableText;
import org.preceptorportal.reports.UnreadablePart;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.season.PacketPractices;
import org.preceptorportal.season.PacketRules;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.BlobDamaged;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;
import org.preceptorportal.store.Spot;
import org.preceptorportal.store.StoreUnreachable;

/** Binds one applicant's file, if its inputs are new (PK-3). */
@ApplicationScoped
public class ApplicantBinding {
    private static final Logger LOG = System.getLogger(ApplicantBinding.class.getName());

    @Inject Seasons seasons;
    @Inject PacketPractices practices;
    @Inject Blobs blobs;
    @Inject ApplicantFiles files;
    @Inject ApplicantFilePrinter printer;
    @Inject Words words;
    @Inject Clock clock;

    /**
     * What became of an applicant.
     *
     * @param kept the file that counts; null when it is drawn or when there is none, as the reason
     *     in {@code made} tells, or as nothing is kept in a dry run
     * @param drawn the file that shall count, not kept yet; or null
     */
    public record Bound(Made made, ApplicantFile kept, DrawnFile drawn) {}

    /** What a file is made for and from. */
    private record Inputs(Applicant applicant, Season season, PacketRules rules) {
        Learner learner() {
            return applicant.learner();
        }
    }

    /**
     * A part that could be read, or why not.
     *
     * @param document as the cover names it, to the program that it was released to
     * @param place as everybody else may read it: it names no author
     */
    record Part(
            ReleasedLetter letter, String document, String place, byte[] bytes, String problem) {
        Part failing(String reason) {
            return new Part(letter, document, place, null, reason);
        }

        boolean isRead() {
            return problem == null && bytes != null;
        }
    }

    /**
     * Draws the file, or finds it unchanged, in the chunk's transaction. A part that cannot be used
     * is left out: the file is made without it, says so, and counts as skipped until the part is
     * mended (BI-3). What is drawn is to be given to {@link #keep}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Bound bind(NightRun night, Applicant applicant) {
        if (applicant.unchanged()) {
            return same(applicant, applicant.learner().sortableName(), null);
        }
        Inputs inputs =
                new Inputs(applicant, seasons.get(night.season()), practices.of(night.season()));
        String label = applicant.learner().sortableName() + " · " + applicant.program().name();
        try {
            return bind(night, inputs, label);
        } catch (UnprintableText e) {
            return skipped(
                    applicant, label, words.say("binding", "skip.unprintable", e.characterName()));
        } catch (StoreUnreachable e) {
            throw e;
        } catch (RuntimeException e) {
            // One applicant's fault must not end the night (S6). Trouble of the database or the
            // store has marked the transaction by now: the chunk fails, nothing is lost.
            // Only the class is logged: a message could quote a name or a row.
            LOG.log(
                    Level.ERROR,
                    "The file of applicant {0} failed: {1}",
                    applicant.item(),
                    e.getClass().getSimpleName());
            return skipped(
                    applicant,
                    label,
                    words.say("binding", "skip.unexpected", e.getClass().getSimpleName()));
        }
    }

    private static Bound skipped(Applicant applicant, String label, String reason) {
        return new Bound(Made.of(applicant.item(), label, false, reason), null, null);
    }

    private static Bound same(Applicant applicant, String label, String left) {
        return new Bound(Made.of(applicant.item(), label, false, left), applicant.kept(), null);
    }

    private Bound bind(NightRun night, Inputs inputs, String label) {
        Applicant applicant = inputs.applicant();
        if (night.dryRun()) {
            return applicant.kept() == null
                    ? new Bound(Made.of(applicant.item(), label, true, null), null, null)
                    : same(applicant, label, applicant.kept().leftOut());
        }
        List<Part> parts = read(applicant);
        while (true) {
            String left = leftOut(parts);
            if (left != null
                    && applicant.kept() != null
                    && left.equals(applicant.kept().leftOut())) {
                return same(applicant, label, left);
            }
            try {
                return new Bound(
                        Made.of(applicant.item(), label, true, left),
                        null,
                        draw(inputs, parts, left));
            } catch (UnreadablePart e) {
                spoil(parts, e);
            }
        }
    }

    private DrawnFile draw(Inputs inputs, List<Part> parts, String left) {
        Applicant applicant = inputs.applicant();
        ApplicantFilePrinter.Bound bound = printer.print(page(inputs, parts));
        return new DrawnFile(
                applicant.programId(),
                applicant.learnerId(),
                applicant.key(),
                blobs.prepare(bound.pdf()),
                bound.pages(),
                (int) parts.stream().filter(p -> p.letter() != null && p.isRead()).count(),
                left);
    }

    /** Keeps what was drawn, with a statement for all; in the given order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ApplicantFile> keep(NightRun night, List<DrawnFile> drawn) {
        blobs.keep(drawn.stream().map(DrawnFile::pdf).toList());
        files.add(night, drawn, clock.instant());
        blobs.sync();
        return drawn.stream().map(DrawnFile::kept).toList();
    }

    List<Part> read(Applicant applicant) {
        List<Part> parts = new ArrayList<>();
        int all = applicant.letters().size();
        for (ReleasedLetter letter : applicant.letters()) {
            Part part =
                    new Part(
                            letter,
                            words.say("binding", "part.letter", letter.authorName()),
                            words.say("binding", "part.place", parts.size() + 1, all),
                            null,
                            null);
            parts.add(applicant.gives(letter) ? read(part, letter.upload(), null) : part);
        }
        if (applicant.report() != null) {
            String report = words.say("binding", "part.report");
            parts.add(
                    read(
                            new Part(null, report, report, null, null),
                            applicant.report(),
                            applicant.reportAt()));
        }
        return parts;
    }

    private Part read(Part part, Sha256 sha256, Spot at) {
        try {
            return new Part(
                    part.letter(), part.document(), part.place(), blobs.read(sha256, at), null);
        } catch (BlobDamaged e) {
            LOG.log(Level.ERROR, e.getMessage());
            return part.failing(words.say("binding", "skip.damaged"));
        }
    }

    /** The printer counts the files that it was given: letters, then the report. */
    private void spoil(List<Part> parts, UnreadablePart unreadable) {
        int index = -1;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isRead() && ++index == unreadable.index()) {
                LOG.log(Level.ERROR, "A kept PDF cannot be bound", unreadable);
                parts.set(i, parts.get(i).failing(words.say("binding", "skip.unreadable")));
                return;
            }
        }
        throw unreadable;
    }

    /**
     * What is left out and why; null when nothing is. It goes into the ledger, indexes and signed
     * manifests, whose readers need not know who wrote for whom (BI-6).
     */
    static String leftOut(List<Part> parts) {
        String left =
                parts.stream()
                        .filter(part -> part.problem() != null)
                        .map(part -> part.place() + ": " + part.problem())
                        .collect(Collectors.joining(" "));
        return left.isEmpty() ? null : left;
    }

    private ApplicantFilePage page(Inputs in, List<Part> parts) {
        List<ApplicantFilePage.Letter> letters = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        byte[] report = null;
        for (Part part : parts) {
            if (part.problem() != null) {
                missing.add(new Missing(part.document(), part.problem()));
            } else if (part.letter() == null) {
                report = part.bytes();
            } else {
                letters.add(letter(in, part));
            }
        }
        Applicant applicant = in.applicant();
        if (applicant.reportWanted() && applicant.report() == null) {
            missing.add(
                    new Missing(
                            words.say("binding", "part.report"),
                            words.say("binding", "missing.report")));
        }
        return new ApplicantFilePage(
                in.learner().fullName(),
                in.learner().sortableName(),
                in.learner().aamcId(),
                in.learner().medicalSchool(),
                applicant.program().name(),
                applicant.program().institution(),
                in.season().name(),
                applicant.newest(),
                letters,
                report,
                applicant.reportWanted(),
                in.rules().parts().get(0) == PacketRules.Part.REPORT,
                missing);
    }

    private static ApplicantFilePage.Letter letter(Inputs in, Part part) {
        ReleasedLetter letter = part.letter();
        return new ApplicantFilePage.Letter(
                letter.authorName(),
                LocalDate.ofInstant(letter.signedAt(), in.season().zone()),
                letter.waived(),
                letter.verifyCode(),
                part.bytes(),
                part.bytes() == null
                        ? in.applicant().standing().get(letter.letterId()).words()
                        : null);
    }
}
