package org.preceptorportal.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.packet.Applicants.Applicant;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.reports.ApplicantFilePage;
import org.preceptorportal.reports.ApplicantFilePage.Missing;
import org.preceptorportal.reports.ApplicantFilePrinter;
import org.preceptorportal.reports.UnprintableText;
import org.preceptorportal.reports.UnreadablePart;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Words;
import org.preceptorportal.skills.SkillReport;
import org.preceptorportal.skills.SkillReports;
import org.preceptorportal.store.BlobDamaged;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** Binds one applicant's file, if its inputs are new (PK-3). */
@ApplicationScoped
public class ApplicantBinding {
    private static final Logger LOG = System.getLogger(ApplicantBinding.class.getName());

    @Inject Learners learners;
    @Inject Programs programs;
    @Inject Seasons seasons;
    @Inject SkillReports reports;
    @Inject Blobs blobs;
    @Inject ApplicantFiles files;
    @Inject ApplicantFilePrinter printer;
    @Inject Words words;
    @Inject Clock clock;

    /** All that a file is made from. */
    private record Inputs(
            Applicant applicant,
            Learner learner,
            Program program,
            Season season,
            boolean reportWanted,
            Sha256 report) {}

    /** A part that could be read, or why not. */
    private record Part(ReleasedLetter letter, String document, byte[] bytes, String problem) {
        Part failing(String reason) {
            return new Part(letter, document, null, reason);
        }
    }

    /**
     * Makes or keeps the file, in the chunk's transaction. A part that cannot be used is left out:
     * the file is made without it, says so, and counts as skipped until the part is mended (PK-4).
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Made bind(NightRun night, Applicant applicant) {
        Inputs inputs = inputs(night, applicant);
        String label = inputs.learner().sortableName() + " · " + inputs.program().name();
        try {
            return bind(night, inputs, label);
        } catch (UnprintableText e) {
            return skipped(
                    applicant, label, words.say("packet", "skip.unprintable", e.characterName()));
        } catch (RuntimeException e) {
            // One applicant's fault must not end the night (S6). Trouble of the database or the
            // store
            // has marked the transaction by now: the chunk fails, nothing is lost.
            LOG.log(Level.ERROR, "The file of applicant " + applicant.item() + " failed", e);
            return skipped(
                    applicant,
                    label,
                    words.say("packet", "skip.unexpected", e.getClass().getSimpleName()));
        }
    }

    private static Made skipped(Applicant applicant, String label, String reason) {
        return Made.of(applicant.item(), label, false, reason);
    }

    private Made bind(NightRun night, Inputs inputs, String label) {
        Applicant applicant = inputs.applicant();
        Sha256 key = key(inputs);
        if (keep(night, applicant, key)) {
            return Made.of(applicant.item(), label, false, null);
        }
        List<Part> parts = read(inputs);
        while (true) {
            String left = leftOut(parts);
            Sha256 exact = left == null ? key : Sha256.ofInputs(key, left);
            if (left != null && keep(night, applicant, exact)) {
                return Made.of(applicant.item(), label, false, left);
            }
            try {
                add(night, applicant, exact, printer.print(page(inputs, parts)), parts);
                return Made.of(applicant.item(), label, true, left);
            } catch (UnreadablePart e) {
                spoil(parts, e);
            }
        }
    }

    private Inputs inputs(NightRun night, Applicant applicant) {
        boolean wanted = applicant.letters().stream().anyMatch(ReleasedLetter::withReport);
        Optional<SkillReport> report =
                wanted ? reports.latest(applicant.learnerId()) : Optional.empty();
        return new Inputs(
                applicant,
                learners.get(applicant.learnerId()),
                programs.get(applicant.programId()),
                seasons.get(night.season()),
                wanted,
                report.map(SkillReport::pdf).orElse(null));
    }

    private Sha256 key(Inputs in) {
        List<Object> inputs = new ArrayList<>();
        inputs.add("applicant-file " + printer.version());
        inputs.add(in.program().name());
        inputs.add(in.program().institution());
        inputs.add(in.season().name());
        inputs.add(in.season().zone());
        inputs.add(in.learner().fullName());
        inputs.add(in.learner().sortableName());
        inputs.add(in.learner().aamcId());
        inputs.add(in.learner().medicalSchool());
        for (ReleasedLetter letter : in.applicant().letters()) {
            inputs.add(letter.authorName());
            inputs.add(letter.signedAt());
            inputs.add(letter.waived());
            inputs.add(letter.verifyCode());
            inputs.add(letter.upload());
        }
        inputs.add(in.reportWanted());
        inputs.add(in.report());
        return Sha256.ofInputs(inputs.toArray());
    }

    private boolean keep(NightRun night, Applicant applicant, Sha256 key) {
        return files.keep(
                night.run(), applicant.programId(), applicant.learnerId(), night.season(), key);
    }

    private void add(
            NightRun night,
            Applicant applicant,
            Sha256 key,
            ApplicantFilePrinter.Bound bound,
            List<Part> parts) {
        int letters =
                (int) parts.stream().filter(p -> p.letter() != null && p.problem() == null).count();
        Sha256 pdf = blobs.put(bound.pdf()).sha256();
        files.add(
                night.run(),
                night.tenant(),
                applicant.programId(),
                night.season(),
                key,
                new ApplicantFile(applicant.learnerId(), pdf, bound.pages(), letters),
                clock.instant());
    }

    private List<Part> read(Inputs in) {
        List<Part> parts = new ArrayList<>();
        for (ReleasedLetter letter : in.applicant().letters()) {
            parts.add(
                    read(
                            letter,
                            words.say("packet", "part.letter", letter.authorName()),
                            letter.upload()));
        }
        if (in.report() != null) {
            parts.add(read(null, words.say("packet", "part.report"), in.report()));
        }
        return parts;
    }

    private Part read(ReleasedLetter letter, String document, Sha256 sha256) {
        try {
            return new Part(letter, document, blobs.read(sha256), null);
        } catch (BlobDamaged e) {
            LOG.log(Level.ERROR, e.getMessage());
            return new Part(letter, document, null, words.say("packet", "skip.damaged"));
        }
    }

    private void spoil(List<Part> parts, UnreadablePart unreadable) {
        int index = -1;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).problem() == null && ++index == unreadable.index()) {
                LOG.log(Level.ERROR, "A kept PDF cannot be bound", unreadable);
                parts.set(i, parts.get(i).failing(words.say("packet", "skip.unreadable")));
                return;
            }
        }
        throw unreadable;
    }

    /** What is left out and why, in one sentence; null when nothing is. */
    private static String leftOut(List<Part> parts) {
        String left =
                parts.stream()
                        .filter(part -> part.problem() != null)
                        .map(part -> part.document() + ": " + part.problem())
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
        if (in.reportWanted() && in.report() == null) {
            missing.add(
                    new Missing(
                            words.say("packet", "part.report"),
                            words.say("packet", "missing.report")));
        }
        return new ApplicantFilePage(
                in.learner().fullName(),
                in.learner().sortableName(),
                in.learner().aamcId(),
                in.learner().medicalSchool(),
                in.program().name(),
                in.program().institution(),
                in.season().name(),
                newest(in.applicant()),
                letters,
                report,
                in.reportWanted(),
                missing);
    }

    private static ApplicantFilePage.Letter letter(Inputs in, Part part) {
        ReleasedLetter letter = part.letter();
        return new ApplicantFilePage.Letter(
                letter.authorName(),
                LocalDate.ofInstant(letter.signedAt(), in.season().zone()),
                letter.waived(),
                letter.verifyCode(),
                part.bytes());
    }

    private static Instant newest(Applicant applicant) {
        return applicant.letters().stream()
                .map(ReleasedLetter::signedAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
