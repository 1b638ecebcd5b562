package org.preceptorportal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.roster.RotationType;

/** FO-4: each class of fault is refused with its place and its reason. */
class FormFileTest {
    /** Tests count its lines. */
    static final String SMALL =
            """
            form: small
            title: Halfway
            purpose: mid
            rotation-types: [elective, sub-internship]
            scales:
              - code: frequency
                title: How often
                levels:
                  - {word: Rarely, meaning: Hardly ever.}
                  - {word: At times, meaning: Now and then.}
                  - {word: Often, meaning: More often than not.}
                  - {word: Mostly, meaning: Nearly each time.}
                  - {word: Always, meaning: Each time.}
            domains:
              - code: professionalism
                label: Professionalism
                acgme: PROF
                items:
                  - code: on-time
                    label: Comes on time
                    scale: frequency
                  - code: team
                    label: Works with the team
                    scale: frequency
                    required: yes
                    epa: EPA 9
                    anchors: [One., Two., Three., Four., Five.]
            texts:
              - code: goal
                label: One goal
                hint: Small is best.
                required: true
                fewest-words: 4
            """;

    @Test
    void readsAForm() {
        FormReading reading = FormFile.read(SMALL, 3);
        assertThat(reading.problems()).isEmpty();
        EvaluationForm form = reading.form();
        assertThat(form.code()).isEqualTo("small");
        assertThat(form.version()).isEqualTo(3);
        assertThat(form.purpose()).isEqualTo(Purpose.MID);
        assertThat(form.rotationTypes())
                .containsExactly(RotationType.ELECTIVE, RotationType.SUB_INTERNSHIP);
        assertThat(form.required()).extracting(Item::code).containsExactly("team");
        assertThat(form.anchor(form.item("on-time"), 1)).isEqualTo("Hardly ever.");
        assertThat(form.anchor(form.item("team"), 5)).isEqualTo("Five.");
        assertThat(form.item("team").epa()).isEqualTo("EPA 9");
        assertThat(form.scaleOf(form.item("team")).level(4).word()).isEqualTo("Mostly");
        assertThat(form.text("goal"))
                .isEqualTo(new TextQuestion("goal", "One goal", "Small is best.", true, 4));
    }

    @Test
    void anItemTwiceNamesBothLines() {
        refuses(
                SMALL.replace("code: team", "code: on-time"),
                22,
                9,
                "item \"on-time\" is there twice; the first is in line 19.");
    }

    @Test
    void allFaultsAreReportedAtOnceInOrderOfTheLines() {
        List<FormProblem> problems =
                FormFile.read(
                                SMALL.replace("purpose: mid", "purpose: middle")
                                        .replace("label: Comes on time", "lable: Comes on time")
                                        .replace("epa: EPA 9", "epa: EPA 99")
                                        .replace("fewest-words: 4", "fewest-words: four"),
                                1)
                        .problems();
        assertThat(problems).extracting(FormProblem::line).containsExactly(3, 19, 20, 26, 33);
        assertThat(problems)
                .extracting(FormProblem::reason)
                .containsExactly(
                        "purpose cannot be \"middle\"; choose one of: mid, final, encounter.",
                        "an item needs \"label\".",
                        "an item has no \"lable\"; did you mean \"label\"?",
                        "\"EPA 99\" is not one of EPA 1 to EPA 13.",
                        "fewest-words cannot be \"four\"; it is a number from 0 to 100.");
    }

    @Test
    void unknownKeysAreRefused() {
        refuses(
                SMALL.replace("title: Halfway", "title: Halfway\ncolor: red"),
                3,
                1,
                "the form has no \"color\"; it may have domains, form, purpose, rotation-types,"
                        + " scales, texts, title.");
    }

    @Test
    void missingAndDoubleKeysAreRefused() {
        refuses(SMALL.replace("title: Halfway\n", ""), 1, 1, "the form needs \"title\".");
        refuses(
                SMALL.replace("title: Halfway", "title: Halfway\ntitle: Again"),
                3,
                1,
                "\"title\" is there twice; the first is in line 2.");
    }

    @Test
    void everyScaleHasFiveLevels() {
        refuses(
                SMALL.replace("      - {word: Always, meaning: Each time.}\n", ""),
                8,
                5,
                "scale \"frequency\" has 4 levels; it needs five, lowest first.");
    }

    @Test
    void anchorsAreFiveOrNone() {
        refuses(
                SMALL.replace(", Five.]", "]"),
                27,
                9,
                "item \"team\" has 4 anchors; it needs five, lowest first, or none.");
    }

    @Test
    void scalesMustBeThereAndADomainHasOne() {
        refuses(
                SMALL.replaceFirst("scale: frequency", "scale: often"),
                21,
                16,
                "there is no scale \"often\"; the form has: frequency.");
        String two =
                SMALL.replace(
                                "domains:",
                                SMALL.substring(
                                                        SMALL.indexOf("  - code: freq"),
                                                        SMALL.indexOf("domains:"))
                                                .replace("code: frequency", "code: other")
                                        + "domains:")
                        .replaceFirst("scale: frequency\n        req", "scale: other\n        req");
        refuses(
                two,
                32,
                9,
                "all items of domain \"professionalism\" share one scale; this one has \"other\""
                        + " instead of \"frequency\".");
    }

    @Test
    void codesAndChoicesAreChecked() {
        refuses(
                SMALL.replace("code: on-time", "code: On Time"),
                19,
                15,
                "\"On Time\" cannot be a code: use small letters, digits and hyphens, and begin with"
                        + " a letter.");
        refuses(
                SMALL.replace("acgme: PROF", "acgme: XY"),
                17,
                12,
                "acgme cannot be \"XY\"; choose one of: PC, MK, PBLI, SBP, PROF, ICS.");
        refuses(
                SMALL.replace("[elective, sub", "[selective, sub"),
                4,
                18,
                "rotation-types cannot be \"selective\"; choose one of: observership, externship,"
                        + " elective, clerkship, sub-internship.");
        refuses(
                SMALL.replace("required: yes", "required: maybe"),
                25,
                19,
                "required is yes or no, not \"maybe\".");
        refuses(
                SMALL.replace("code: on-time", "code: days"),
                19,
                15,
                "\"days\" is a name that the portal needs itself; choose another code.");
    }

    @Test
    void valuesOfTheWrongShapeAreRefused() {
        refuses(
                SMALL.replace(
                        "rotation-types: [elective, sub-internship]", "rotation-types: elective"),
                4,
                1,
                "\"rotation-types\" needs a list: one line for each entry, each beginning with"
                        + " \"- \".");
        refuses(
                SMALL.replace("title: Halfway", "title: [Half]"),
                2,
                8,
                "\"title\" needs a plain text here.");
        refuses(SMALL.replace("title: Halfway", "title:"), 2, 7, "\"title\" is empty.");
        refuses(
                SMALL.replace("title: Halfway", "title: Halfway \uD83D\uDE80"),
                2,
                8,
                "\"title\" has the symbol \uD83D\uDE80, which reports cannot print.");
        refuses(
                SMALL.replace("word: Rarely", "word: Once in a blue moon"),
                9,
                16,
                "\"word\" has 19 characters; there is room for 16.");
        refuses(
                "just words",
                1,
                1,
                "the form is expected here: lines of the shape \"key: value\".");
        refuses("", 1, 1, "the file is empty.");
    }

    @Test
    void eachPurposeHasItsTexts() {
        refuses(
                SMALL.replace("code: goal", "code: aim"),
                28,
                1,
                "a mid form needs a required text question with the code \"goal\".");
        refuses(
                SMALL.replace("purpose: mid", "purpose: encounter"),
                28,
                1,
                "a form for an encounter needs a text question with the code \"note\".");
    }

    @Test
    void aFinalFormCoversTheSixCompetencies() {
        List<FormProblem> problems =
                FormFile.read(SMALL.replace("purpose: mid", "purpose: final"), 1).problems();
        assertThat(problems)
                .extracting(FormProblem::reason)
                .contains(
                        "no domain is mapped to SBP (systems-based practice); a final form covers"
                                + " all six competencies.",
                        "a final form needs at least 3 required items; this one has 1.",
                        "a final form needs a required text question with the code \"strengths\".")
                .hasSize(5 + 1 + 2);
    }

    @Test
    void oneFaultDoesNotBringForthOthers() {
        String shipped = Forms.resource("clerkship-final-1");
        assertThat(
                        FormFile.read(shipped.replace("code: knowledge", "code: reasoning"), 1)
                                .problems())
                .singleElement()
                .satisfies(p -> assertThat(p.reason()).contains("there twice"));
    }

    @Test
    void readyMadePartsFitIntoAForm() {
        String whole = Forms.resource("clerkship-final-1");
        String item = FormFile.piece("item-anchors").replace("SCALE", "entrustment");
        String domain =
                FormFile.piece("domain").replace("SCALE", "frequency").replace("new-item", "n2");
        String form =
                whole.replace(
                                "\ndomains:\n",
                                "\n" + FormFile.piece("scale-frequency") + "\ndomains:\n")
                        .replace("\ntexts:\n", item + domain + "\ntexts:\n")
                        .concat(FormFile.piece("text"));
        assertThat(FormFile.read(form, 1).problems()).isEmpty();
        for (String scale : List.of("performance", "entrustment")) {
            assertThat(whole).contains(FormFile.piece("scale-" + scale));
        }
        assertThat(Forms.resource("observership-final-1"))
                .contains(FormFile.piece("scale-frequency"));
    }

    @Test
    void theExampleOfTheManualIsAForm() throws IOException {
        String manual = Files.readString(Path.of("docs/forms.md"));
        int start = manual.indexOf("```yaml\n") + "```yaml\n".length();
        assertThat(
                        FormFile.read(manual.substring(start, manual.indexOf("```", start)), 1)
                                .problems())
                .isEmpty();
    }

    @Test
    void whatIsNoYamlIsSaidInPlainWords() {
        refuses(
                SMALL.replace("title: Halfway", "title: Halfway: the talk"),
                2,
                15,
                "put this text in quotation marks: it has a colon followed by a space.");
        refuses(
                SMALL.replace("    title: How often", "\ttitle: How often"),
                7,
                1,
                "begin lines with spaces, not with tabs.");
        refuses(
                SMALL.replace("    label: Professionalism", "   label: Professionalism"),
                16,
                4,
                "this line begins too far left or right; it must line up with the lines above.");
        refuses(
                SMALL.replace("title: Halfway", "title: \"Halfway"),
                2,
                8,
                "a quotation mark is opened and never closed.");
    }

    @Test
    void referencesThatMakeAShortTextEndlessAreRefused() {
        refuses(
                "form: &a [x, x]\ntitle: [*a, *a]\n",
                2,
                9,
                "references with \"*\" are not allowed; write the text out.");
        assertThat(FormFile.read("#".repeat(FormFile.LONGEST + 1), 1).problems()).hasSize(1);
    }

    private static void refuses(String text, int line, int column, String reason) {
        FormReading reading = FormFile.read(text, 1);
        assertThat(reading.form()).isNull();
        assertThat(reading.problems()).contains(new FormProblem(line, column, reason));
    }
}
