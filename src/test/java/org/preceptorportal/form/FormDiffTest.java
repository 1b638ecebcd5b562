package org.preceptorportal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.form.FormChange.Kind;

class FormDiffTest {
    private static final EvaluationForm BEFORE = read(FormFileTest.SMALL, 1);

    @Test
    void theSameTextIsNoChange() {
        assertThat(FormDiff.between(BEFORE, read(FormFileTest.SMALL, 2))).isEmpty();
    }

    @Test
    void saysWhatWasAddedAndRemoved() {
        List<FormChange> changes =
                changes(
                        FormFileTest.SMALL
                                .replace("code: on-time", "code: early")
                                .replace("label: Comes on time", "label: Comes early")
                                .replace("sub-internship", "clerkship"));
        assertThat(changes)
                .containsExactly(
                        new FormChange(Kind.ADDED, "Rotation type", null, "clerkship"),
                        new FormChange(Kind.REMOVED, "Rotation type", "sub-internship", null),
                        new FormChange(
                                Kind.ADDED, "Item in \"Professionalism\"", null, "Comes early"),
                        new FormChange(
                                Kind.REMOVED,
                                "Item in \"Professionalism\"",
                                "Comes on time",
                                null));
    }

    @Test
    void saysWhatWasReworded() {
        List<FormChange> changes =
                changes(
                        FormFileTest.SMALL
                                .replace("label: Works with the team", "label: Works in a team")
                                .replace("required: yes", "required: no")
                                .replace("Three.", "Half way.")
                                .replace("hint: Small is best.", "hint: Keep it small.")
                                .replace("word: Rarely", "word: Hardly"));
        assertThat(changes)
                .containsExactly(
                        new FormChange(
                                Kind.CHANGED,
                                "Wording of item \"Works in a team\"",
                                "Works with the team",
                                "Works in a team"),
                        new FormChange(
                                Kind.CHANGED, "Item \"Works in a team\"", "required", "optional"),
                        new FormChange(
                                Kind.CHANGED,
                                "Item \"Works in a team\", level 3",
                                "Three.",
                                "Half way."),
                        new FormChange(
                                Kind.CHANGED,
                                "Hint of question \"One goal\"",
                                "Small is best.",
                                "Keep it small."),
                        new FormChange(
                                Kind.CHANGED,
                                "Scale \"How often\", level 1",
                                "Rarely: Hardly ever.",
                                "Hardly: Hardly ever."));
    }

    @Test
    void saysThatAScaleChanged() {
        assertThat(
                        changes(
                                FormFileTest.SMALL
                                        .replace("code: frequency", "code: often")
                                        .replace("title: How often", "title: How frequently")
                                        .replace("scale: frequency", "scale: often")))
                .extracting(FormChange::kind, FormChange::what)
                .contains(
                        tuple(Kind.CHANGED, "Scale of item \"Comes on time\""),
                        tuple(Kind.ADDED, "Scale"),
                        tuple(Kind.REMOVED, "Scale"));
    }

    private static List<FormChange> changes(String text) {
        return FormDiff.between(BEFORE, read(text, 2));
    }

    private static EvaluationForm read(String text, int version) {
        FormReading reading = FormFile.read(text, version);
        assertThat(reading.problems()).isEmpty();
        return reading.form();
    }
}
