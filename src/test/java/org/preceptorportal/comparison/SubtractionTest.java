package org.preceptorportal.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preceptorportal.figures.Pages.FORM;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.calibration.FigureRules;
import org.preceptorportal.figures.Pages;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.store.Sha256;

/**
 * CO-3: a reader with all reports about preceptors, sites and the cohort, and with all of
 * arithmetic, finds no figure of fewer than the minimum of a preceptor's evaluations.
 */
class SubtractionTest {
    private static final Slice CARE = new Slice(false, "patient-care", "performance");
    private static final Slice KNOWLEDGE = new Slice(false, "medical-knowledge", "performance");

    /** Preceptor 1 has ten at site 1, preceptor 2 two. */
    @Test
    void twoEvaluationsBesideTenAreNotTheDifferenceOfTwoReports() {
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            sheets.add(Pages.sheet(FORM, i, i, i <= 10 ? 1 : 2, 1, false, 3, i <= 10 ? 3 : 5, 3));
        }
        Comparison all = comparison(sheets);

        SiteFigures site = all.site(1);
        assertThat(site.evaluations()).isEqualTo(12);
        assertThat(site.leftOut()).isEqualTo(2);
        assertThat(site.lines().get(0).evaluations()).isEqualTo(10);
        assertThat(site.lines().get(0).mean())
                .isEqualTo(all.preceptor(1).lines().get(0).mean())
                .isEqualTo(3.0);
        assertThat(site.shares()).extracting(SiteFigures.Share::mean).containsExactly(3.0, null);
        assertThat(all.cohort().lines()).allMatch(l -> l.ratings() == null);

        PreceptorFigures hidden = all.preceptor(2);
        assertThat(hidden)
                .isEqualTo(
                        new PreceptorFigures(
                                2,
                                2,
                                null,
                                null,
                                null,
                                0,
                                null,
                                null,
                                List.of(),
                                hidden.dataCutoff(),
                                null,
                                List.of(),
                                3));
        byte[] csv =
                all.csv(
                        new Comparison.Subject(Comparison.Kind.PRECEPTOR, 2, Sha256.ofInputs("x")),
                        "Ada Byron");
        assertThat(new String(csv, StandardCharsets.UTF_8).lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("Ada Byron,hidden,,,,,,,,,,,,,,,,2,2,,,,0,,,3,");
    }

    @Test
    void oneEvaluationAtASecondSiteIsNotTheDifferenceEither() {
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            sheets.add(Pages.sheet(FORM, i, i, i <= 11 ? 1 : 2, i <= 10 ? 1 : 2, false, 3, 3, 3));
        }
        Comparison all = comparison(sheets);

        assertThat(all.preceptor(1).lines().get(0).evaluations()).isEqualTo(11);
        assertThat(all.site(1).lines()).as("ten of eleven would tell the one").isEmpty();
        assertThat(all.site(2).lines().get(0).evaluations()).isEqualTo(9);
    }

    @Test
    void whatThreeOfTwoColleaguesSaidIsInTheSum() {
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            long preceptor = i <= 6 ? 1 : i <= 8 ? 2 : 3;
            sheets.add(Pages.sheet(FORM, i, i, preceptor, 1, false, 4, 4, 4));
        }
        Comparison all = comparison(sheets);
        assertThat(all.site(1).lines().get(0).evaluations()).isEqualTo(9);
        assertThat(all.site(1).leftOut()).isZero();
        assertThat(all.cohort().lines().get(0).ratings()).isEqualTo(18);
    }

    @Test
    void whoHadSomethingHiddenWhenTheCalibrationWasMadeIsNobodysOther() {
        List<Sheet> past = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            long preceptor = i <= 2 ? 1 : i <= 4 ? 2 : 3 + i % 4;
            int mark = preceptor <= 2 ? 1 : 4;
            past.add(Pages.sheet(FORM, i, i, preceptor, 1, false, mark, mark, mark));
        }
        List<Sheet> now = new ArrayList<>(past);
        for (int i = 21; i <= 23; i++) {
            now.add(Pages.sheet(FORM, i, i, 1, 1, false, 3, 3, 3));
        }
        Comparison all = comparison(now, past);

        for (long preceptor : new long[] {1, 3}) {
            assertThat(all.preceptor(preceptor).lines())
                    .isNotEmpty()
                    .allMatch(l -> l.peersMean() == 4.0);
        }
    }

    @Test
    void noArithmeticFindsWhatIsHidden() {
        Random random = new Random(20261122);
        int foundInPlainSums = 0;
        int shown = 0;
        for (int world = 0; world < 1000; world++) {
            List<Sheet> sheets = world(random);
            Suppression suppression = suppression(sheets);
            Comparison all = comparison(sheets);
            for (Slice slice : List.of(CARE, KNOWLEDGE)) {
                Attack attack = new Attack(sheets, slice);
                Attack plain = new Attack(sheets, slice);
                Set<Long> counted = counted(sheets, slice);
                Set<Long> firm = numbers(suppression.firm(slice));
                for (long preceptor : ids(sheets, Sheet::preceptor)) {
                    if (all.preceptor(preceptor).lines().stream()
                            .anyMatch(l -> l.code().equals(slice.code()))) {
                        attack.knows(s -> s.preceptor() == preceptor);
                        plain.knows(s -> s.preceptor() == preceptor);
                        // What the others gave, where the calibration is of the same evaluations.
                        attack.knows(s -> firm.contains(s.id()) && s.preceptor() != preceptor);
                    }
                }
                for (long site : ids(sheets, Sheet::site)) {
                    SiteFigures figures = all.site(site);
                    plain.knows(s -> s.site() == site);
                    for (SiteFigures.Line line : figures.lines()) {
                        if (line.code().equals(slice.code())) {
                            shown++;
                            assertThat(line.evaluations())
                                    .isEqualTo(
                                            Evidence.values(suppression.counted(site, slice), slice)
                                                    .size());
                            attack.knows(s -> counted.contains(s.id()) && s.site() == site);
                            attack.knows(s -> firm.contains(s.id()) && s.site() != site);
                        }
                    }
                    for (SiteFigures.Share share : figures.shares()) {
                        if (share.mean() != null) {
                            long preceptor = Long.parseLong(share.preceptor());
                            attack.knows(s -> s.site() == site && s.preceptor() == preceptor);
                        }
                    }
                }
                if (all.cohort().lines().stream()
                        .anyMatch(l -> l.code().equals(slice.code()) && l.ratings() != null)) {
                    attack.knows(s -> true);
                }
                assertThat(attack.found(3)).as("world %d, %s", world, slice.code()).isEmpty();
                foundInPlainSums += plain.found(3).isEmpty() ? 0 : 1;
            }
        }
        assertThat(foundInPlainSums).as("the attack works").isGreaterThan(400);
        assertThat(shown).as("and not everything is hidden").isGreaterThan(1000);
    }

    /**
     * Reports hold sums of two tables: of the season as it is, and as the calibration found it for
     * what stands beside them. Both together tell what came between, as two editions of one report
     * would; of what both have nothing that either hides.
     */
    @Test
    void twoTablesTellOnlyWhatCameBetweenThem() {
        Random random = new Random(20261123);
        int between = 0;
        for (int world = 0; world < 1000; world++) {
            List<Sheet> now = world(random);
            List<Sheet> past = now.stream().filter(s -> random.nextInt(4) > 0).toList();
            Set<Long> both = numbers(past);
            Function<Sheet, String> part = s -> both.contains(s.id()) ? "both" : "later";
            Comparison all = comparison(now, past);
            for (Slice slice : List.of(CARE, KNOWLEDGE)) {
                Set<Long> counted = counted(now, slice);
                Set<Long> firm = numbers(suppression(past).firm(slice));
                Attack attack = new Attack(now, slice, part);
                for (long preceptor : ids(now, Sheet::preceptor)) {
                    for (PreceptorFigures.Line line : all.preceptor(preceptor).lines()) {
                        if (line.code().equals(slice.code())) {
                            attack.knows(s -> s.preceptor() == preceptor);
                            if (line.peersMean() != null) {
                                attack.knows(
                                        s -> firm.contains(s.id()) && s.preceptor() != preceptor);
                            }
                        }
                    }
                }
                for (long site : ids(now, Sheet::site)) {
                    SiteFigures figures = all.site(site);
                    for (SiteFigures.Line line : figures.lines()) {
                        if (line.code().equals(slice.code())) {
                            attack.knows(s -> counted.contains(s.id()) && s.site() == site);
                            if (line.othersMean() != null) {
                                attack.knows(s -> firm.contains(s.id()) && s.site() != site);
                            }
                        }
                    }
                    for (SiteFigures.Share share : figures.shares()) {
                        if (share.mean() != null) {
                            long preceptor = Long.parseLong(share.preceptor());
                            attack.knows(s -> s.site() == site && s.preceptor() == preceptor);
                        }
                    }
                }
                if (all.cohort().lines().stream()
                        .anyMatch(l -> l.code().equals(slice.code()) && l.ratings() != null)) {
                    attack.knows(s -> true);
                }
                Set<Attack.Found> found = attack.found(3);
                between += found.size();
                assertThat(found)
                        .as("world %d, %s", world, slice.code())
                        .noneMatch(f -> f.parts().contains("both"));
            }
        }
        assertThat(between).as("what came between can be had").isPositive();
    }

    private static Suppression suppression(List<Sheet> sheets) {
        return new Suppression(sheets, List.of(CARE, KNOWLEDGE), 3);
    }

    private static Set<Long> numbers(List<Sheet> sheets) {
        return sheets.stream().map(Sheet::id).collect(Collectors.toSet());
    }

    private static Set<Long> counted(List<Sheet> sheets, Slice slice) {
        Suppression suppression = suppression(sheets);
        return ids(sheets, Sheet::site).stream()
                .flatMap(site -> suppression.counted(site, slice).stream())
                .map(Sheet::id)
                .collect(Collectors.toSet());
    }

    private static List<Long> ids(List<Sheet> sheets, Function<Sheet, Long> of) {
        return sheets.stream().map(of).distinct().sorted().toList();
    }

    private static List<Sheet> world(Random random) {
        int preceptors = 2 + random.nextInt(6);
        int sites = 1 + random.nextInt(4);
        List<Sheet> sheets = new ArrayList<>();
        for (int p = 1; p <= preceptors; p++) {
            int home = 1 + random.nextInt(sites);
            int n = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 2 + random.nextInt(8);
            for (int i = 0; i < n; i++) {
                long id = sheets.size() + 1;
                int site = random.nextInt(4) == 0 ? 1 + random.nextInt(sites) : home;
                int knowledge = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(5);
                sheets.add(
                        Pages.sheet(
                                FORM,
                                id,
                                id,
                                p,
                                site,
                                false,
                                random.nextInt(6),
                                random.nextInt(6),
                                knowledge));
            }
        }
        return sheets;
    }

    private static Comparison comparison(List<Sheet> sheets) {
        return comparison(sheets, sheets);
    }

    private static Comparison comparison(List<Sheet> sheets, List<Sheet> past) {
        Map<Long, Evidence.Person> learners = new HashMap<>();
        Map<Long, String> preceptors = new HashMap<>();
        for (Sheet s : sheets) {
            learners.put(s.learner(), new Evidence.Person("L" + s.learner(), "L" + s.learner()));
            preceptors.put(s.preceptor(), Long.toString(s.preceptor()));
        }
        return new Comparison(
                new Evidence(
                        "2027",
                        FigureRules.of("2027"),
                        ZoneId.of("UTC"),
                        sheets,
                        past,
                        new Calibrations.Whole(null, List.of()),
                        Map.of(),
                        Map.of(),
                        learners,
                        preceptors));
    }
}
