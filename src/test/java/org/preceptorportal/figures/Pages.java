package org.preceptorportal.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.Level;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.form.Scale;
import org.preceptorportal.observed.Layout;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.roster.RotationType;

/** Small forms and sheets on them. */
public final class Pages {
    public static final Layout FORM =
            layout(
                    "final",
                    1,
                    "performance",
                    new Domain(
                            "patient-care",
                            "Patient care",
                            "PC",
                            List.of(
                                    item("history", "performance", null),
                                    item("plan", "performance", "EPA 3"))),
                    new Domain(
                            "medical-knowledge",
                            "Medical knowledge",
                            "MK",
                            List.of(item("knowledge", "performance", null))));
    public static final Layout OTHER =
            layout(
                    "newer",
                    2,
                    "entrustment",
                    new Domain(
                            "patient-care",
                            "Patient care",
                            "PC",
                            List.of(item("history", "entrustment", null))),
                    new Domain(
                            "setting",
                            "Setting",
                            null,
                            List.of(item("setting", "entrustment", null))));

    private Pages() {}

    private static Layout layout(String code, int version, String scale, Domain... domains) {
        return new Layout(
                new EvaluationForm(
                        code,
                        version,
                        code,
                        Purpose.FINAL,
                        Set.of(RotationType.ELECTIVE),
                        List.of(
                                new Scale(
                                        scale,
                                        scale,
                                        IntStream.rangeClosed(1, 5)
                                                .mapToObj(v -> new Level(v, "w" + v, "m" + v))
                                                .toList())),
                        List.of(domains),
                        List.of()));
    }

    private static Item item(String code, String scale, String epa) {
        return new Item(code, code, scale, List.of(), true, epa);
    }

    /** Of learner 1, the rotation 100 + id; marks in the order of the form, 0 is not observed. */
    public static Sheet sheet(
            Layout layout, long id, long preceptor, boolean middle, int... marks) {
        return sheet(layout, id, 1, preceptor, 1, middle, marks);
    }

    public static Sheet sheet(
            Layout layout,
            long id,
            long learner,
            long preceptor,
            long site,
            boolean middle,
            int... marks) {
        byte[] bytes = new byte[marks.length];
        for (int i = 0; i < marks.length; i++) {
            bytes[i] = (byte) marks[i];
        }
        int day = (int) (id % 28);
        return new Sheet(
                middle ? id + 1000 : id,
                learner,
                100 + id,
                preceptor,
                site,
                middle,
                Instant.parse("2026-11-%02dT12:00:00Z".formatted(middle ? 1 : Math.max(1, day))),
                LocalDate.of(2026, 1 + (int) (id % 12), 20),
                false,
                layout,
                new Sheet.Marks(bytes),
                null);
    }

    static Sheet faulty(Sheet sheet, String fault) {
        return new Sheet(
                sheet.id(),
                sheet.learner(),
                sheet.rotation(),
                sheet.preceptor(),
                sheet.site(),
                sheet.middle(),
                sheet.submittedAt(),
                sheet.ended(),
                sheet.straight(),
                sheet.layout(),
                sheet.marks(),
                fault);
    }
}
