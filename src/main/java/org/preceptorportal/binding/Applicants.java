package org.preceptorportal.binding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.preceptorportal.binding.Applicant.Standing;
import org.preceptorportal.delivery.Uploads;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.release.Releases;
import org.preceptorportal.reports.ApplicantFilePrinter;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.season.LetterPractices;
import org.preceptorportal.season.PacketPractices;
import org.preceptorportal.season.PacketRules;
import org.preceptorportal.season.PacketRules.Holds;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.FileName;
import org.preceptorportal.shell.Words;
import org.preceptorportal.skills.SkillReport;
import org.preceptorportal.skills.SkillReports;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;
import org.preceptorportal.store.Spot;

/** Who applies where, as of a night's cut-off (BI-1). Every list is in a stable order. */
@ApplicationScoped
public class Applicants {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    /** What covers say in this room's words, besides where letters stand; part of every key. */
    static final List<String> COVER = List.of("part.letter", "part.report", "missing.report");

    @Inject Releases releases;
    @Inject Learners learners;
    @Inject Programs programs;
    @Inject Uploads uploads;
    @Inject SkillReports reports;
    @Inject ApplicantFiles files;
    @Inject Blobs blobs;
    @Inject Seasons seasons;
    @Inject PacketPractices practices;
    @Inject LetterPractices services;
    @Inject ApplicantFilePrinter printer;
    @Inject Words words;

    /**
     * A program's applicants by learner id, with what is kept of them: a handful of questions,
     * however many they are.
     */
    public List<Applicant> ofProgram(NightRun night, long programId) {
        Map<Long, List<ReleasedLetter>> letters = new TreeMap<>();
        for (ReleasedLetter letter :
                releases.ofProgram(programId, night.season(), night.cutoff())) {
            letters.computeIfAbsent(letter.learnerId(), id -> new ArrayList<>()).add(letter);
        }
        Program program = programs.get(programId);
        Season season = seasons.get(night.season());
        PacketRules rules = practices.of(season.code());
        Holds holds = rules.of(program.channel().name());
        Map<Long, Learner> people =
                learners.all(letters.keySet()).stream()
                        .collect(Collectors.toMap(Learner::id, Function.identity()));
        Map<Long, SkillReport> newest = reports.latest(wanting(letters, holds), night.cutoff());
        Map<Long, Standing> standing =
                standing(
                        night,
                        program,
                        holds,
                        letters.values().stream().flatMap(Collection::stream).toList());
        List<Applicant> all = new ArrayList<>();
        for (Map.Entry<Long, List<ReleasedLetter>> each : letters.entrySet()) {
            each.getValue().sort(order(rules));
            SkillReport report = newest.get(each.getKey());
            Applicant applicant =
                    new Applicant(
                            program,
                            people.get(each.getKey()),
                            holds,
                            List.copyOf(each.getValue()),
                            of(each.getValue(), standing),
                            report == null ? null : report.pdf(),
                            null,
                            null,
                            null);
            all.add(keyed(applicant, key(applicant, season, rules)));
        }
        Map<Sha256, ApplicantFile> kept =
                files.kept(programId, night.season(), all.stream().map(Applicant::key).toList());
        // Asked for all at once: a question for each would cost as much as reading them.
        Map<Sha256, Spot> spots =
                blobs.spots(
                        all.stream()
                                .filter(a -> !kept.containsKey(a.key()))
                                .map(Applicant::report)
                                .filter(Objects::nonNull)
                                .toList());
        return all.stream()
                .map(
                        a ->
                                with(
                                        a,
                                        kept.get(a.key()),
                                        a.report() == null ? null : spots.get(a.report())))
                .toList();
    }

    private static List<Long> wanting(Map<Long, List<ReleasedLetter>> letters, Holds holds) {
        return letters.entrySet().stream()
                .filter(
                        e ->
                                holds.report()
                                        && e.getValue().stream()
                                                .anyMatch(ReleasedLetter::withReport))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<Long, Standing> standing(
            NightRun night, Program program, Holds holds, Collection<ReleasedLetter> letters) {
        List<ReleasedLetter> elsewhere =
                letters.stream().filter(letter -> !Applicant.gives(holds, letter)).toList();
        Map<Long, Uploads.Shown> done =
                uploads.newest(
                        elsewhere.stream().map(ReleasedLetter::letterId).toList(),
                        program.channel().name(),
                        night.cutoff());
        String service = services.of(night.season()).channel(program.channel().name()).name();
        Map<Long, Standing> standing = new HashMap<>();
        for (ReleasedLetter letter : elsewhere) {
            Uploads.Shown upload = done.get(letter.letterId());
            standing.put(
                    letter.letterId(),
                    holds.letters()
                            ? new Standing(words.say("binding", "standing.other"), null)
                            : upload == null
                                    ? new Standing(
                                            words.say("binding", "standing.open", service), null)
                                    : new Standing(
                                            words.say(
                                                    "binding",
                                                    "standing.done",
                                                    service,
                                                    DAY.format(upload.uploadedOn())),
                                            upload.recordedAt()));
        }
        return standing;
    }

    private static Map<Long, Standing> of(
            List<ReleasedLetter> letters, Map<Long, Standing> standing) {
        Map<Long, Standing> own = new LinkedHashMap<>();
        for (ReleasedLetter letter : letters) {
            Standing each = standing.get(letter.letterId());
            if (each != null) {
                own.put(letter.letterId(), each);
            }
        }
        return own;
    }

    private static Comparator<ReleasedLetter> order(PacketRules rules) {
        Comparator<ReleasedLetter> released = Comparator.comparingLong(ReleasedLetter::releaseId);
        return switch (rules.letters()) {
            case RELEASED -> released;
            case SIGNED -> Comparator.comparing(ReleasedLetter::signedAt).thenComparing(released);
            case AUTHOR ->
                    Comparator.<ReleasedLetter, String>comparing(
                                    l -> FileName.person(l.authorName(), l.authorName()),
                                    String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(released);
        };
    }

    Sha256 key(Applicant a, Season season, PacketRules rules) {
        List<Object> inputs = new ArrayList<>();
        inputs.add("applicant-file " + printer.version());
        COVER.forEach(key -> inputs.add(words.say("binding", key)));
        inputs.add(a.program().name());
        inputs.add(a.program().institution());
        inputs.add(a.program().channel());
        inputs.add(season.name());
        inputs.add(season.zone());
        inputs.add(rules.parts());
        inputs.add(a.learner().fullName());
        inputs.add(a.learner().sortableName());
        inputs.add(a.learner().aamcId());
        inputs.add(a.learner().medicalSchool());
        for (ReleasedLetter letter : a.letters()) {
            inputs.add(letter.authorName());
            inputs.add(letter.signedAt());
            inputs.add(letter.waived());
            inputs.add(letter.verifyCode());
            inputs.add(a.gives(letter) ? letter.upload() : a.standing().get(letter.letterId()));
            inputs.add(letter.releasedAt());
        }
        inputs.add(a.reportWanted());
        inputs.add(a.report());
        return Sha256.ofInputs(inputs.toArray());
    }

    private static Applicant keyed(Applicant a, Sha256 key) {
        return new Applicant(
                a.program(),
                a.learner(),
                a.holds(),
                a.letters(),
                a.standing(),
                a.report(),
                key,
                null,
                null);
    }

    private static Applicant with(Applicant a, ApplicantFile kept, Spot reportAt) {
        return new Applicant(
                a.program(),
                a.learner(),
                a.holds(),
                a.letters(),
                a.standing(),
                a.report(),
                a.key(),
                kept,
                reportAt);
    }
}
