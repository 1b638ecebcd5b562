package org.preceptorportal.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preceptorportal.letter.SampleLetter.NOW;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.SampleLetter;
import org.preceptorportal.roster.DeliveryChannel;
import org.preceptorportal.season.SampleLadder;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Words;

/** RL-1: the number of letters per program is the season's. */
class LetterReleaseTest {
    private static final Destination DIRECT = to(DeliveryChannel.DIRECT);

    @Test
    void releasesASignedLetter() {
        LetterRelease release =
                LetterRelease.of(SampleLetter.signed(true), DIRECT, seasonTaking(4), 3, true, NOW);
        assertThat(release.letterId()).isEqualTo(100);
        assertThat(release.programId()).isEqualTo(7);
        assertThat(release.season()).isEqualTo("2027");
        assertThat(release.withReport()).isTrue();
    }

    @Test
    void refusesFifthLetterToOneProgram() {
        Letter letter = SampleLetter.signed(true);
        assertThatThrownBy(() -> LetterRelease.of(letter, DIRECT, seasonTaking(4), 4, false, NOW))
                .isInstanceOfSatisfying(
                        TooManyLetters.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly("Riverside", 4));
    }

    @Test
    void refusesFifthLetterToOneProgramOfEras() {
        Letter letter = SampleLetter.signed(true);
        Season season = season(Map.of("DIRECT", 6, "ERAS", 4));
        Destination eras = to(DeliveryChannel.ERAS);
        assertThat(LetterRelease.of(letter, eras, season, 3, false, NOW)).isNotNull();
        assertThatThrownBy(() -> LetterRelease.of(letter, eras, season, 4, false, NOW))
                .isInstanceOfSatisfying(
                        TooManyLetters.class,
                        refusal ->
                                assertThat(
                                                new Words()
                                                        .say(
                                                                "release",
                                                                refusal.key(),
                                                                refusal.arguments().toArray()))
                                        .isEqualTo(
                                                "Riverside takes at most 4 letters from you by ERAS"
                                                        + " this season, and has them."));
        assertThat(LetterRelease.of(letter, DIRECT, season, 5, false, NOW)).isNotNull();
        assertThatThrownBy(() -> LetterRelease.of(letter, DIRECT, season, 6, false, NOW))
                .isInstanceOf(TooManyLetters.class);
    }

    @Test
    void s8_everyShippedSeasonLimitsEveryChannel() {
        Seasons seasons = new Seasons();
        seasons.read();
        LetterReleasing.checkLimits(seasons.all());
        assertThatThrownBy(() -> LetterReleasing.checkLimits(List.of(seasonTaking(4))))
                .hasMessageContaining("lacks channel RESIDENCYCAS");
    }

    @Test
    void everyChannelsLimitHasItsWords() {
        for (DeliveryChannel channel : DeliveryChannel.values()) {
            assertThat(new Words().say("release", "release.limit." + channel, 4)).contains("4");
        }
    }

    @Test
    void s8_takesTheLimitFromTheSeason() {
        Letter letter = SampleLetter.signed(true);
        assertThat(LetterRelease.of(letter, DIRECT, seasonTaking(5), 4, false, NOW)).isNotNull();
        assertThatThrownBy(() -> LetterRelease.of(letter, DIRECT, seasonTaking(1), 1, false, NOW))
                .isInstanceOf(TooManyLetters.class);
    }

    @Test
    void refusesALetterThatIsNotSigned() {
        Letter letter = SampleLetter.drafting();
        assertThatThrownBy(() -> LetterRelease.of(letter, DIRECT, seasonTaking(4), 0, false, NOW))
                .isInstanceOf(LetterNotSigned.class);
    }

    @Test
    void aReleaseToAServicesProgramNeverGivesTheLetter() {
        Letter letter = SampleLetter.signed(false);
        Destination eras = to(DeliveryChannel.ERAS);
        assertThat(LetterRelease.of(letter, eras, seasonTaking(4), 0, true, NOW).channel())
                .isEqualTo(DeliveryChannel.ERAS);
    }

    private static Destination to(DeliveryChannel channel) {
        return new Destination(7, "Riverside", "Riverside Hospital", "Internal Medicine", channel);
    }

    private static Season seasonTaking(int letters) {
        return season(Map.of("DIRECT", letters, "ERAS", letters));
    }

    private static Season season(Map<String, Integer> letters) {
        return new Season(
                "2027",
                "2027 season",
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2027, 5, 31),
                letters,
                LocalTime.of(2, 0),
                ZoneId.of("America/New_York"),
                14,
                21,
                5,
                null,
                SampleLadder.of("due"));
    }

    @Test
    void namesTheLimitWhenItRefuses() {
        Words words = new Words();
        assertThat(words.say("release", "refused.tooMany", "Riverside", 4))
                .isEqualTo("Riverside takes at most 4 letters from you this season, and has them.");
    }
}
