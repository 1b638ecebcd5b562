package org.preceptorportal.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preceptorportal.bench.FairnessBench;
import org.preceptorportal.bench.Lme4Answer;
import org.preceptorportal.bench.Lme4Bench;
import org.preceptorportal.bench.RatingWorld.Plan;

class FairModelTest {
    private static final Plan PLAN = new Plan(100, 20, 4, 0, 5, 0.15, 0.25, 0.45, false);

    static Stream<Lme4Bench.DataSet> sets() {
        return Lme4Bench.SETS.stream();
    }

    /** The answers were made by {@code ./portal bench lme4 --keep}, see {@code src/bench/r}. */
    @ParameterizedTest
    @MethodSource("sets")
    void agreesWithLme4ToThreeDigits(Lme4Bench.DataSet set) throws IOException {
        try (InputStream kept =
                FairModelTest.class.getResourceAsStream("/fairness/" + set.name() + ".csv")) {
            Lme4Answer answer =
                    Lme4Answer.read(new String(kept.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(answer.compare(set.world().ratings()))
                    .matches(Lme4Answer.Difference::toThreeDigits);
        }
    }

    @Test
    void doesNotDependOnTheOrderOfRatings() {
        List<Rating> ratings = PLAN.make(3).ratings();
        FairModel model = FairModel.fit(ratings, 3);
        List<Rating> mixed = new ArrayList<>(ratings);
        Collections.shuffle(mixed, new Random(1));
        FairModel again = FairModel.fit(mixed, 3);
        assertThat(again.scores()).isEqualTo(model.scores());
        assertThat(again.leniencies()).isEqualTo(model.leniencies());
        assertThat(again.spread()).isEqualTo(model.spread());
    }

    @Test
    void saysNothingOfWhomNoChainLinksToTheOthers() {
        List<Rating> ratings = new ArrayList<>(PLAN.make(3).ratings());
        ratings.add(new Rating(900_001, 5_000, 2_000_000, 5));
        ratings.add(new Rating(900_002, 5_001, 2_000_000, 4));
        FairModel model = FairModel.fit(ratings, 3);
        assertThat(model.scores().get(5_000L))
                .isEqualTo(FairScore.notEstimable(NotEstimable.UNLINKED, 5.0, 1, 1));
        assertThat(model.leniencies().get(2_000_000L).reason()).isEqualTo(NotEstimable.UNLINKED);
        assertThat(model.scores().values().stream().filter(FairScore::estimable)).hasSize(100);
    }

    @Test
    void linksThroughOneSharedLearner() {
        List<Rating> ratings = new ArrayList<>(PLAN.make(3).ratings());
        long linked = ratings.get(0).learner();
        ratings.add(new Rating(900_001, 5_000, 2_000_000, 5));
        ratings.add(new Rating(900_002, linked, 2_000_000, 4));
        FairModel model = FairModel.fit(ratings, 3);
        FairScore weak = model.scores().get(5_000L);
        FairScore usual = model.scores().get(linked);
        assertThat(weak.estimable()).isTrue();
        assertThat(weak.high() - weak.low()).isGreaterThan(usual.high() - usual.low());
        assertThat(weak.reliability()).isLessThan(usual.reliability());
        assertThat(model.leniencies().get(2_000_000L).reason()).isEqualTo(NotEstimable.FEW_SHARED);
    }

    @Test
    void saysNothingOverTooFewRatings() {
        List<Rating> ratings = new Plan(8, 4, 2, 0, 2, 0.15, 0.25, 0.45, false).make(1).ratings();
        FairModel model = FairModel.fit(ratings, 3);
        assertThat(model.spread()).isNull();
        assertThat(model.scores().values())
                .isNotEmpty()
                .noneMatch(FairScore::estimable)
                .anyMatch(score -> score.reason() == NotEstimable.TOO_FEW);
        assertThat(FairModel.fit(List.of(), 3).scores()).isEmpty();
    }

    @Test
    void saysWhenRatingsDoNotTellLearnersApart() {
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 6; j++) {
                ratings.add(
                        new Rating(
                                ratings.size(),
                                i,
                                100 + j,
                                3 + 0.2 * j + ((i + j) % 2 == 0 ? 0.5 : -0.5)));
            }
        }
        FairModel model = FairModel.fit(ratings, 3);
        assertThat(model.scores().values())
                .allMatch(score -> score.reason() == NotEstimable.NO_DIFFERENCE);
        assertThat(model.spread().ratersNeeded()).isNull();
    }

    @Test
    void saysThatTheModelOfSuchRatingsHasNoSolution() {
        List<Rating> ratings = new ArrayList<>(PLAN.make(3).ratings());
        Rating first = ratings.get(0);
        ratings.set(0, new Rating(first.id(), first.learner(), first.rater(), 1e200));
        FairModel model = FairModel.fit(ratings, 3);
        assertThat(model.spread()).isNull();
        assertThat(model.scores().values())
                .allMatch(score -> score.reason() == NotEstimable.NO_SOLUTION);
        assertThat(model.leniencies().values())
                .allMatch(leniency -> leniency.reason() == NotEstimable.NO_SOLUTION);
    }

    @Test
    void takesTheLeniencyOfAKnownRaterAway() {
        List<Rating> ratings = new ArrayList<>();
        // Rater 103 gives one point more than the three others to the same learners.
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 4; j++) {
                if ((i + j) % 4 != 0) {
                    double learner = i % 5 * 0.2;
                    double chance = (i * 7 + j * 3) % 5 * 0.1 - 0.2;
                    ratings.add(
                            new Rating(
                                    ratings.size(),
                                    i,
                                    100 + j,
                                    3 + learner + chance + (j == 3 ? 1 : 0)));
                }
            }
        }
        FairModel model = FairModel.fit(ratings, 3);
        Leniency lenient = model.leniencies().get(103L);
        Leniency other = model.leniencies().get(100L);
        assertThat(lenient.value() - other.value()).isBetween(0.9, 1.1);
        assertThat(model.scores().get(1L).adjusted()).isNotEqualTo(model.scores().get(1L).raw());
    }

    @Test
    void coversTheTruthAndRanksBetterThanRawMeans() {
        FairnessBench.Result result =
                FairnessBench.run(new Plan(200, 30, 4, 0.5, 5, 0.06, 0.25, 0.45, false), 12, 40);
        assertThat(result.coverage()).isBetween(0.93, 0.975);
        assertThat(result.adjustedRank()).isGreaterThan(result.rawRank() + 0.03);
        assertThat(result.adjustedError()).isLessThan(0.9 * result.rawError());
        assertThat(result.bias()).isBetween(-0.06, 0.06);
        assertThat(result.ratioOfVariance()).isBetween(0.7, 1.3);
    }
}
