package org.preceptorportal.skills;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.preceptorportal.calibration.Standing;
import org.preceptorportal.evaluation.Answers;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.Level;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.form.Scale;
import org.preceptorportal.observed.Layout;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.store.Sha256;

/** A small form and evaluations on it. */
final class Samples {
    private static final List<String> ANCHORS = List.of("a", "b", "c", "d", "e");
    static final EvaluationForm FORM =
            new EvaluationForm(
                    "final",
                    1,
                    "Final",
                    Purpose.FINAL,
                    Set.of(RotationType.ELECTIVE),
                    List.of(scale("performance")),
                    List.of(
                            domain("patient-care", "Patient care", "history", "plan"),
                            domain("medical-knowledge", "Medical knowledge", "knowledge"),
                            domain("practice-based-learning", "Learning", "feedback"),
                            domain("systems-based-practice", "Systems", "system"),
                            domain("professionalism", "Professionalism", "reliability"),
                            domain("interpersonal-skills", "Interpersonal", "team"),
                            domain("communication", "Communication", "patients"),
                            domain("cultural-competency", "Culture", "culture"),
                            domain("situational-awareness", "Awareness", "awareness")),
                    List.of());

    private static final Layout LAYOUT = new Layout(FORM);

    private Samples() {}

    static Scale scale(String code) {
        return new Scale(
                code,
                code,
                IntStream.rangeClosed(1, 5).mapToObj(v -> new Level(v, "w" + v, "m" + v)).toList());
    }

    private static Domain domain(String code, String label, String... items) {
        List<Item> all = new ArrayList<>();
        for (String item : items) {
            all.add(new Item(item, item, "performance", ANCHORS, true, null));
        }
        return new Domain(code, label, "PC", all);
    }

    /**
     * Everything rated 3 but what is given as item, rating, item, rating ...; 0 is not observed.
     */
    static SubmittedEvaluation evaluation(long id, Object... ratings) {
        Map<String, Integer> byItem = new HashMap<>();
        FORM.items().forEach(item -> byItem.put(item.code(), 3));
        for (int i = 0; i < ratings.length; i += 2) {
            Integer rating = (Integer) ratings[i + 1];
            byItem.put((String) ratings[i], rating == 0 ? null : rating);
        }
        return new SubmittedEvaluation(
                id,
                1,
                100 + id,
                10 + id,
                "final",
                1,
                Instant.parse("2026-11-0" + id + "T12:00:00Z"),
                Answers.ofFinal(
                        byItem,
                        "Careful with every patient.",
                        "Start with the main question.",
                        12));
    }

    static Sheet sheet(SubmittedEvaluation e) {
        byte[] marks = new byte[FORM.items().size()];
        for (int i = 0; i < marks.length; i++) {
            Integer rating = e.ratings().get(FORM.items().get(i).code());
            marks[i] = (byte) (rating == null ? Sheet.NOT_OBSERVED : rating);
        }
        return new Sheet(
                e.id(),
                e.learnerId(),
                e.rotationId(),
                e.preceptorId(),
                1,
                false,
                e.submittedAt(),
                end(e),
                false,
                LAYOUT,
                new Sheet.Marks(marks),
                e.formVersion() == 1
                        ? null
                        : "Evaluation %d was answered on form final-%d, which this portal does not know."
                                .formatted(e.id(), e.formVersion()));
    }

    private static LocalDate end(SubmittedEvaluation evaluation) {
        return LocalDate.of(2026, (int) evaluation.id(), 20);
    }

    static LearnerRecord learner(Sha256 latest, SubmittedEvaluation... evaluations) {
        return learner(latest, 0, evaluations);
    }

    static LearnerRecord learner(
            Sha256 latest, int littleContact, SubmittedEvaluation... evaluations) {
        return new LearnerRecord(
                1,
                1,
                "l1",
                "Linh Nguyễn",
                null,
                "Hanoi Medical University",
                ZoneId.of("America/New_York"),
                Arrays.stream(evaluations).map(Samples::narrative).toList(),
                Arrays.stream(evaluations).map(Samples::sheet).toList(),
                Standing.NONE,
                littleContact,
                latest);
    }

    private static Narrative narrative(SubmittedEvaluation e) {
        return new Narrative(
                e.id(),
                new RotationFacts(e.rotationId(), "Surgery, elective", "Ana Ruiz, MD", end(e)),
                e.daysObserved(),
                e.strengths(),
                e.improvement());
    }
}
