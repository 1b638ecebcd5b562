package org.preceptorportal.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preceptorportal.letter.SampleLetter.AUTHOR;
import static org.preceptorportal.letter.SampleLetter.LEARNER;
import static org.preceptorportal.letter.SampleLetter.NOW;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/**
 * The steps of a letter, who may read it (LT-1, S1), the waiver's lock (LT-2), stale saves (LT-3).
 */
class LetterTest {
    private static final LetterText WORDS = LetterText.parse("<p>She reasons aloud.</p>");

    private static final Map<LetterStatus, Supplier<Letter>> AT =
            Map.of(
                    LetterStatus.REQUESTED, () -> SampleLetter.requested(true),
                    LetterStatus.OPENED, SampleLetter::opened,
                    LetterStatus.DRAFTING, SampleLetter::drafting,
                    LetterStatus.SIGNED, () -> SampleLetter.signed(true),
                    LetterStatus.DECLINED, SampleLetter::declined);

    @Test
    void goesFromRequestToSignature() {
        Letter letter = SampleLetter.signed(false);
        assertThat(letter.status()).isEqualTo(LetterStatus.SIGNED);
        assertThat(letter.signedAt()).isEqualTo(NOW);
        assertThat(letter.text().html()).isEqualTo("<p>She reasons aloud, and well.</p>");
    }

    @Test
    void acceptsOnlyWhatIsOpened() {
        refusesBut(LetterStatus.OPENED, letter -> letter.accept(NOW));
    }

    @Test
    void declinesFromTheFirstLookToTheSignature() {
        AT.forEach(
                (status, made) -> {
                    Letter letter = made.get();
                    if (status == LetterStatus.OPENED || status == LetterStatus.DRAFTING) {
                        letter.decline("No time", NOW);
                        assertThat(letter.status()).isEqualTo(LetterStatus.DECLINED);
                    } else {
                        assertThatThrownBy(() -> letter.decline("No time", NOW))
                                .as("%s", status)
                                .isInstanceOf(LetterMovedOn.class);
                    }
                });
    }

    @Test
    void isDraftedByItsAuthorAndTheirAssistantUntilItIsSigned() {
        Caller assistant = SampleLetter.person(1, Role.ASSISTANT, 20);
        AT.forEach(
                (status, made) -> {
                    Letter letter = made.get();
                    assertThat(letter.isDraftedBy(AUTHOR)).isTrue();
                    assertThat(letter.isDraftedBy(assistant))
                            .isEqualTo(status != LetterStatus.SIGNED);
                    assertThat(letter.isBy(assistant)).isFalse();
                    assertThat(letter.mayBeReadBy(assistant)).isFalse();
                    assertThat(letter.isDraftedBy(LEARNER)).isFalse();
                    assertThat(letter.isDraftedBy(SampleLetter.person(1, Role.ASSISTANT, 21)))
                            .isFalse();
                    assertThat(letter.isDraftedBy(SampleLetter.person(2, Role.ASSISTANT, 20)))
                            .isFalse();
                });
    }

    @Test
    void writesOnlyWhatWasAccepted() {
        refusesBut(LetterStatus.DRAFTING, letter -> letter.write(WORDS, 0, "Ana Ruiz, MD", NOW));
    }

    @Test
    void signsOnlyWhatWasAccepted() {
        refusesBut(
                LetterStatus.DRAFTING,
                letter -> {
                    if (letter.status() == LetterStatus.DRAFTING) {
                        letter.write(WORDS, 0, "Ana Ruiz, MD", NOW);
                    }
                    letter.sign(NOW);
                });
    }

    @Test
    void opensOnceAndThenStays() {
        Letter letter = SampleLetter.drafting();
        letter.open(NOW.plusSeconds(60));
        assertThat(letter.status()).isEqualTo(LetterStatus.DRAFTING);
        assertThat(letter.openedAt()).isEqualTo(NOW);
    }

    @Test
    void letsTheWaiverChangeUntilItIsOpened() {
        Letter letter = SampleLetter.requested(true);
        letter.changeWaiver(SampleLetter.waiver(false));
        assertThat(letter.waiver().waived()).isFalse();
    }

    @Test
    void locksTheWaiverOnceOpened() {
        AT.forEach(
                (status, made) -> {
                    if (status != LetterStatus.REQUESTED) {
                        Letter letter = made.get();
                        assertThatThrownBy(() -> letter.changeWaiver(SampleLetter.waiver(false)))
                                .as("%s", status)
                                .isInstanceOf(WaiverLocked.class);
                        assertThat(letter.waiver().waived()).isTrue();
                    }
                });
    }

    @Test
    void refusesATextBasedOnAnOlderVersion() {
        Letter letter = SampleLetter.drafting();
        letter.write(WORDS, 0, "Ana Ruiz, MD", NOW);
        SampleLetter.setField(letter, "version", 1);
        LetterText other = LetterText.parse("<p>Another.</p>");
        assertThatThrownBy(() -> letter.write(other, 0, "Ana Ruiz, MD", NOW))
                .isInstanceOf(StaleDraft.class);
        assertThat(letter.text().html()).isEqualTo(WORDS.html());
    }

    @Test
    void freezesForSeveralAuthorsAndThawsWhenOneDoesNotSign() {
        Letter letter = SampleLetter.drafting();
        letter.write(WORDS, 0, "Ana Ruiz, MD", NOW);
        letter.freeze();
        assertThatThrownBy(() -> letter.write(WORDS, 0, "Ana Ruiz, MD", NOW))
                .isInstanceOf(LetterMovedOn.class);
        assertThat(letter.stage()).as("for everybody else").isEqualTo(LetterStatus.DRAFTING);
        letter.thaw();
        letter.write(WORDS, 0, "Ana Ruiz, MD", NOW);
        letter.freeze();
        letter.sign(NOW);
        assertThat(letter.status()).isEqualTo(LetterStatus.SIGNED);
    }

    @Test
    void standsWhileTheNextVersionIsWritten() {
        Letter letter = SampleLetter.signed(false);
        letter.revise(LetterKind.WORDS, WORDS, NOW);
        letter.write(LetterText.parse("<p>Better words.</p>"), 0, "Ana Ruiz, MD", NOW);
        assertThat(letter.stands()).isTrue();
        assertThat(letter.stage()).isEqualTo(LetterStatus.SIGNED);
        assertThat(letter.mayBeReadBy(LEARNER)).as("kept the right to read").isTrue();
        letter.keepSigned(LetterKind.WORDS, WORDS);
        assertThat(letter.status()).isEqualTo(LetterStatus.SIGNED);
        assertThat(letter.text().html()).isEqualTo(WORDS.html());
    }

    @Test
    void aNewVersionIsOfTheSignedOnesKindAndSoIsWhatIsKept() {
        Letter letter = SampleLetter.signed(true);
        letter.revise(LetterKind.STRUCTURED, WORDS, NOW);
        assertThat(letter.kind()).isEqualTo(LetterKind.STRUCTURED);
        letter.compose(LetterKind.WORDS, 0, "Ana Ruiz, MD", NOW);
        letter.keepSigned(LetterKind.STRUCTURED, WORDS);
        assertThat(letter.kind()).isEqualTo(LetterKind.STRUCTURED);
    }

    @Test
    void isAChairsLetterWhenAskedForUntilItsAuthorSaysOtherwise() {
        Letter asked = SampleLetter.requested(true);
        assertThat(asked.chair()).isEqualTo(Letter.Chair.NONE);
        asked.askForChair();
        assertThat(asked.chair()).isEqualTo(Letter.Chair.COLLEAGUE);
        assertThatThrownBy(() -> asked.chairedBy(Letter.Chair.NONE))
                .as("before it is accepted")
                .isInstanceOf(LetterMovedOn.class);
        Letter written = SampleLetter.drafting();
        written.chairedBy(Letter.Chair.AUTHOR);
        assertThat(written.chair()).isEqualTo(Letter.Chair.AUTHOR);
        assertThatThrownBy(written::askForChair).isInstanceOf(LetterMovedOn.class);
    }

    @Test
    void keepsNothingThatWasNeverSigned() {
        Letter letter = SampleLetter.drafting();
        assertThatThrownBy(() -> letter.keepSigned(LetterKind.WORDS, WORDS))
                .isInstanceOf(LetterMovedOn.class);
        assertThatThrownBy(letter::withdraw).isInstanceOf(LetterMovedOn.class);
    }

    @Test
    void isReadByNoLearnerOnceWithdrawn() {
        Letter letter = SampleLetter.signed(false);
        letter.withdraw();
        assertThat(letter.mayBeReadBy(LEARNER)).isFalse();
        assertThat(letter.stands()).isFalse();
        assertThatThrownBy(letter::withdraw).isInstanceOf(LetterMovedOn.class);
        assertThatThrownBy(() -> letter.revise(LetterKind.WORDS, WORDS, NOW))
                .isInstanceOf(LetterMovedOn.class);
    }

    @Test
    void canBeWithdrawnWhileTheNextVersionIsWritten() {
        Letter letter = SampleLetter.signed(true);
        letter.revise(LetterKind.WORDS, WORDS, NOW);
        letter.withdraw();
        assertThat(letter.stage()).isEqualTo(LetterStatus.WITHDRAWN);
        assertThatThrownBy(() -> letter.sign(NOW)).isInstanceOf(LetterMovedOn.class);
    }

    @Test
    void refusesToSignALetterWithoutWords() {
        Letter letter = SampleLetter.drafting();
        letter.write(LetterText.parse("<p> <br> </p>"), 0, "Ana Ruiz, MD", NOW);
        assertThatThrownBy(() -> letter.sign(NOW)).isInstanceOf(LetterNotSignable.class);
    }

    @Test
    void s1_learnerWhoWaivedReadsItAtNoStep() {
        AT.forEach(
                (status, made) ->
                        assertThat(made.get().mayBeReadBy(LEARNER)).as("%s", status).isFalse());
    }

    @Test
    void learnerWhoDidNotWaiveReadsItOnlyOnceSigned() {
        assertThat(SampleLetter.requested(false).mayBeReadBy(LEARNER)).isFalse();
        assertThat(SampleLetter.signed(false).mayBeReadBy(LEARNER)).isTrue();
    }

    @Test
    void authorReadsItAlways() {
        AT.values().forEach(made -> assertThat(made.get().mayBeReadBy(AUTHOR)).isTrue());
    }

    @Test
    void isNotSignedWithAnOpenQuestion() {
        Letter letter = SampleLetter.drafting();
        LetterText open = LetterText.parse("<p>I met Linh.</p><p>[How long?]</p>");
        letter.write(open, 0, "Ana Ruiz, MD", NOW);
        assertThatThrownBy(letter::needSignable)
                .isInstanceOfSatisfying(
                        LetterNotSignable.class,
                        e -> assertThat(e.key()).isEqualTo("refused.notSignable.open"));
        letter.write(LetterText.parse("<p>I met Linh [sic].</p>"), 0, "Ana Ruiz, MD", NOW);
        letter.needSignable();
    }

    @Test
    void changesItsLookOnlyWhileItIsWritten() {
        refusesBut(LetterStatus.DRAFTING, letter -> letter.look(7L, true));
        Letter letter = SampleLetter.drafting();
        letter.look(7L, true);
        assertThat(letter.letterheadId()).isEqualTo(7L);
        assertThat(letter.contextHidden()).isTrue();
    }

    @Test
    void nobodyElseReadsIt() {
        List<Caller> others =
                List.of(
                        SampleLetter.person(1, Role.LEARNER, 11),
                        SampleLetter.person(1, Role.PRECEPTOR, 21),
                        SampleLetter.person(1, Role.PRECEPTOR, 10),
                        SampleLetter.person(2, Role.LEARNER, 10),
                        SampleLetter.person(2, Role.PRECEPTOR, 20),
                        new Caller(1L, 1, Role.COORDINATOR, null, null, "Somebody", null),
                        new Caller(1L, 1, Role.ADMINISTRATOR, null, null, "Somebody", null),
                        new Caller(1L, 1, Role.AUDITOR, null, null, "Somebody", null),
                        new Caller(1L, 1, Role.PROGRAM_STAFF, null, 5L, "Somebody", null),
                        Caller.portal(1));
        for (Caller other : others) {
            assertThat(SampleLetter.signed(false).mayBeReadBy(other)).as("%s", other).isFalse();
        }
    }

    private static void refusesBut(LetterStatus allowed, Consumer<Letter> verb) {
        AT.forEach(
                (status, made) -> {
                    Letter letter = made.get();
                    if (status == allowed) {
                        verb.accept(letter);
                    } else {
                        assertThatThrownBy(() -> verb.accept(letter))
                                .as("%s", status)
                                .isInstanceOf(LetterMovedOn.class);
                        assertThat(letter.status()).isEqualTo(status);
                    }
                });
    }
}
