package org.preceptorportal.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preceptorportal.hint.Hint.Kind;
import org.preceptorportal.privacy.PatientPrivacy;

/** What is noted beside a letter, and what is left alone (HI-3 to HI-6). */
class LetterHintsTest {
    private static final String LETTER =
            """
            Dear Program Director,
            It is a pleasure to recommend Linh Nguyễn for residency training. I supervised Linh for four weeks.
            Faced with an unclear story, Linh sorted the likely from the dangerous and said so aloud.
            I recommend Linh without reservation. Please call me at the number above.
            """;

    private final LetterHints hints = new LetterHints(new PatientPrivacyHere());

    /** The room's bean has no state to inject. */
    private static final class PatientPrivacyHere extends PatientPrivacy {}

    @Test
    void leavesAPlainLetterAlone() {
        assertThat(check(LETTER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Program Director of Mayo Clinic,",
                "Dear Residency Selection Committee at Lakeside Hospital,",
                "To the Program Director, University of Northgate",
                "Dear Dr. Adams and Internal Medicine faculty at St. Mary's Medical Center,",
                "Dear Harborview Internal Medicine Residency,",
                "Dear Northgate Family Health,",
            })
    void notesASalutationThatNamesAProgram(String salutation) {
        assertThat(kinds(salutation + "\nI recommend Linh.")).containsExactly(Kind.SALUTATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Program Director,",
                "Dear Internal Medicine Residency Program Director,",
                "Dear Program Directors and Members of the Selection Committee,",
                "To whom it may concern,",
                "Dear Dr. Adams,",
                "Dear Members of the Graduate Medical Education Committee,",
                "Dear Colleague,",
                "Dear Dr. Adams and the Graduate Medical Education Center,",
                "Dear Program Director, University Hospital,",
                "Dear Family Medicine Residency Selection Committee,",
                "I supervised Linh at Lakeside Hospital.",
                "Dear Program Director,\nLinh worked at Lakeside Hospital and would suit Mayo Clinic.",
            })
    void leavesOtherSalutationsAlone(String salutation) {
        assertThat(kinds(salutation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Her suturing was excellent.",
                "She is highly skilled at procedures.",
                "Linh does common procedures independently.",
                "An outstanding set of procedural skills for this stage.",
            })
    void notesPraiseThatNoEvaluationRates(String sentence) {
        assertThat(kinds(sentence)).containsExactly(Kind.SKILL_UNRATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Her clinical reasoning is excellent.",
                "She watched procedures and asked good questions.",
                "I did not see procedures, so I cannot call them excellent.",
                "She is an excellent physician. Procedures were not part of the rotation.",
                "I hope she will become proficient in procedures.",
                "The excellent team of nurses, who know every corner of our old house and its many rules, watched"
                        + " the procedures.",
            })
    void leavesSupportedAndModestWordsAlone(String sentence) {
        assertThat(kinds(sentence)).isEmpty();
    }

    @Test
    void notesPraiseThatTheAuthorsOwnRatingDoesNotCarry() {
        Hint hint = only(check("Her case presentations were superb."));
        assertThat(hint.kind()).isEqualTo(Kind.SKILL_LOWER);
        assertThat(hint.arguments()).containsExactly("presentations", 3);
        assertThat(hint.quote()).isEqualTo("case presentations were superb");
    }

    @Test
    void notesPatientDataAndNotTheNamesOfColleagues() {
        Hint hint = only(check("Her patient John Doe, MRN 1234567, thanked her."), Kind.PATIENT);
        assertThat(hint.quote()).isEqualTo("John Doe");
        assertThat(hint.arguments()).containsExactly("reason.NAME");
        assertThat(kinds("Ana Ruiz and I watched Linh at Northgate General.")).isEmpty();
    }

    @Test
    void notesMoreThanTwoPages() {
        assertThat(hints.check(LETTER, records(List.of(), List.of(), 2))).isEmpty();
        Hint hint = only(hints.check(LETTER, records(List.of(), List.of(), 3)));
        assertThat(hint.kind()).isEqualTo(Kind.LENGTH);
        assertThat(hint.arguments()).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I recommend Marta Kowalska-Żółć.",
                "I recommend MARTA KOWALSKA-ZOLC.",
                "Marta Kowalska-Żółć’s notes were short.",
                "José Núñez was quick.",
                "In all, José Ángel Núñez was quick.",
                "I recommend محمد الأحمد warmly.",
            })
    void notesWholeNamesOfOtherLearners(String sentence) {
        assertThat(kinds(sentence)).contains(Kind.OTHER_LEARNER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marta was our nurse that month.",
                "José greeted every patient by name.",
                "Linh Nguyễn was quick.",
                "We saw the will of the family.",
            })
    void leavesPartsOfNamesAloneUnlessTheTextWasTakenOver(String sentence) {
        assertThat(kinds(sentence)).doesNotContain(Kind.OTHER_LEARNER);
    }

    @Test
    void notesEachPartOfTheNameThatATextWasTakenOverWith() {
        List<Hint> found =
                hints.check(
                        "Marta will do well. Kowalska-Zolc may be proud. I hope Will sees it. Linh too.",
                        records(List.of(), List.of("Marta Kowalska-Żółć", "Will Long"), 1));
        assertThat(found.stream().map(Hint::quote))
                .containsExactly("Marta", "Kowalska-Zolc", "Will");
    }

    @Test
    void notesDoubtThatTheAuthorDoesNotUseOtherwise() {
        List<String> past = List.of("She was quick.", "He was somewhat shy.", "Clear and kind.");
        Hint hint = only(hints.check("Linh is somewhat slow.", records(past, List.of(), 1)));
        assertThat(hint.kind()).isEqualTo(Kind.DOUBT);
        assertThat(hint.arguments()).containsExactly(3, 1);
        assertThat(kinds("Linh is somewhat slow.")).containsExactly(Kind.DOUBT_ALONE);
    }

    @Test
    void leavesWordsAloneThatTheAuthorAlwaysUses() {
        List<String> past = List.of("Somewhat shy, and fine.", "Somewhat late.", "Clear and kind.");
        assertThat(hints.check("Linh is somewhat slow.", records(past, List.of(), 1))).isEmpty();
    }

    @Test
    void notesPronounsThatCameAlongAndOneThatSlippedIn() {
        Hint along =
                only(
                        hints.check(
                                "She reads. Her notes are short.",
                                records(List.of(), List.of("Marta Kowalska"), 1)));
        assertThat(along.kind()).isEqualTo(Kind.PRONOUN);
        assertThat(along.arguments()).containsExactly("she", 2);
        String many = "She reads. She writes. Her plan. Her note. She asks. ";
        assertThat(kinds(many + "He helps.")).containsExactly(Kind.PRONOUN_MIXED);
        assertThat(kinds(many + "A patient said he trusted her, and his wife thanked him."))
                .isEmpty();
    }

    @Test
    void notesQuestionsThatWereLeftOpen() {
        Hint hint = only(check("I met Linh.\n[How long?] Yes.\nI recommend."));
        assertThat(hint.kind()).isEqualTo(Kind.OPEN_QUESTION);
        assertThat(hint.quote()).isEqualTo("[How long?]");
        assertThat(check("I met [sic] Linh.")).isEmpty();
    }

    @Test
    void saysWhereEvenAmongEqualWords() {
        List<Hint> found =
                hints.check(
                        "Marta reads. Again Marta.",
                        records(List.of(), List.of("Marta Kowalska"), 1));
        assertThat(found).extracting(Hint::nth).containsExactly(0, 1);
        assertThat(found).extracting(Hint::start).containsExactly(0, 19);
    }

    @Test
    void isQuickEvenBesideManyNamesAndLetters() {
        String text = LETTER.repeat(12);
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            others.add("Person" + i + " Family" + i);
        }
        LetterRecords many =
                new LetterRecords(
                        List.of("Linh Nguyễn"),
                        List.of("Ana Ruiz"),
                        others,
                        List.of(),
                        List.of("Lakeside Residency"),
                        Map.of(),
                        Collections.nCopies(60, LETTER.repeat(3)),
                        Set.of(),
                        1);
        hints.check(text, many);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long from = System.nanoTime();
            hints.check(text, many);
            best = Math.min(best, System.nanoTime() - from);
        }
        System.out.printf("hints on %d characters: %.1f ms%n", text.length(), best / 1e6);
        assertThat(best).isLessThan(1_000_000_000L);
    }

    private List<Hint> check(String text) {
        return hints.check(text, records(List.of(), List.of(), 1));
    }

    private List<Kind> kinds(String text) {
        return check(text).stream().map(Hint::kind).toList();
    }

    private static Hint only(List<Hint> found) {
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Hint only(List<Hint> found, Kind kind) {
        return found.stream().filter(hint -> hint.kind() == kind).findFirst().orElseThrow();
    }

    private static LetterRecords records(List<String> past, List<String> earlier, int pages) {
        return new LetterRecords(
                List.of("Linh Nguyễn"),
                List.of("Ana Ruiz", "Northgate General"),
                List.of("Marta Kowalska-Żółć", "José Ángel Núñez", "Will Long May", "محمد الأحمد"),
                earlier,
                List.of(
                        "Harborview Internal Medicine Residency",
                        "Northgate Family Health",
                        "Internal Medicine"),
                Map.of("reasoning", 5, "presentation", 3),
                past,
                Set.of("[How long?]"),
                pages);
    }
}
