package org.preceptorportal.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.preceptorportal.fairness.FairScore;
import org.preceptorportal.fairness.Leniency;
import org.preceptorportal.fairness.NotEstimable;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Sheets;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.season.Season;
import org.preceptorportal.store.Sha256;

/**
 * The figures of an institution's cohort, preceptors and sites in one season: finals of rotations
 * that ended in it, as they stood at a night's cut-off. What a preceptor or a site is compared with
 * is taken from the calibration (FG-5), so that one evaluation changes the report of its preceptor,
 * its site and the cohort, and no other.
 */
public final class Comparison {
    /** Rises with every change of a figure's meaning; printed on reports and part of their key. */
    public static final String VERSION = "comparison-3";

    /** What a report is about. */
    public enum Kind {
        COHORT,
        PRECEPTOR,
        SITE
    }

    /**
     * One report to make.
     *
     * @param id of the preceptor or site; of a cohort the institution
     * @param inputs hash of all that its figures are made of; names are not in it
     */
    public record Subject(Kind kind, long id, Sha256 inputs) {}

    /** A learner's code and name. */
    private record Person(String code, String name) {}

    /** Sums of evaluations' means of one slice. */
    private static final class Sum {
        private double sum;
        private int n;
        private final Set<Long> raters = new HashSet<>();
    }

    /** What many sheets say together. */
    private static final class Pool {
        private final Map<Slice, Sum> sums = new HashMap<>();
        private final int[] levels = new int[6];
        private final SortedMap<Integer, Integer> days = new TreeMap<>();

        void add(Sheet sheet, int day) {
            days.merge(day, 1, Integer::sum);
            sheet.layout()
                    .slices()
                    .forEach(
                            (slice, places) -> {
                                Sheet.Count count = sheet.count(slice);
                                if (!slice.activity() && count.rated() > 0) {
                                    Sum sum = sums.computeIfAbsent(slice, key -> new Sum());
                                    sum.sum += count.mean();
                                    sum.n++;
                                    sum.raters.add(sheet.preceptor());
                                    for (int place : places) {
                                        levels[Math.max(0, sheet.marks().at(place))]++;
                                    }
                                }
                            });
        }
    }

    private final String season;
    private final FigureRules rules;
    private final ZoneId zone;
    private final Calibrations.Whole whole;
    private final Map<Slice, Stratum> strata = new HashMap<>();
    private final List<Sheet> now;
    private final Map<Slice, String> labels;
    private final Map<Long, Person> learners;
    private final Map<Long, String> preceptors;
    private final Map<Long, Integer> contactsOfPreceptors;
    private final Map<Long, Integer> contactsOfSites;
    private final Map<Long, List<Sheet>> byPreceptor = new HashMap<>();
    private final Map<Long, List<Sheet>> bySite = new HashMap<>();

    // Of the calibration.
    private final Pool all = new Pool();
    private final Map<Long, Pool> poolOfPreceptor = new HashMap<>();
    private final Map<Long, Pool> poolOfSite = new HashMap<>();

    private Comparison(
            Connection c, long tenant, Season season, Instant cutoff, Calibrations.Whole whole)
            throws SQLException {
        this.season = season.code();
        this.whole = whole;
        rules = FigureRules.of(season.code());
        zone = season.zone();
        whole.strata().forEach(stratum -> strata.put(stratum.slice(), stratum));
        Sheets sheets = new Sheets(c, tenant, cutoff);
        now =
                sheets.ended(season.firstDay(), season.lastDay()).stream()
                        .filter(sheet -> sheet.fault() == null)
                        .toList();
        labels = domains(now);
        contactsOfPreceptors =
                sheets.littleContact("preceptor_id", season.firstDay(), season.lastDay());
        contactsOfSites = sheets.littleContact("site_id", season.firstDay(), season.lastDay());
        for (Sheet sheet : now) {
            byPreceptor.computeIfAbsent(sheet.preceptor(), id -> new ArrayList<>()).add(sheet);
            bySite.computeIfAbsent(sheet.site(), id -> new ArrayList<>()).add(sheet);
        }
        learners = new HashMap<>();
        preceptors = new HashMap<>();
        names(c, tenant);
        if (whole.calibrated() != null) {
            new Sheets(c, tenant, whole.calibrated().cutoff())
                    .ended(season.firstDay().minusYears(1), season.lastDay()).stream()
                            .filter(sheet -> sheet.fault() == null)
                            .forEach(this::pool);
        }
    }

    /** The rows of a report of these sheets and of no others, so that they alone make it. */
    private static Map<Slice, String> domains(List<Sheet> sheets) {
        Map<Slice, String> domains = new LinkedHashMap<>(Labels.of(sheets));
        domains.keySet().removeIf(Slice::activity);
        return domains;
    }

    private void pool(Sheet sheet) {
        int day = days(sheet);
        all.add(sheet, day);
        poolOfPreceptor.computeIfAbsent(sheet.preceptor(), id -> new Pool()).add(sheet, day);
        poolOfSite.computeIfAbsent(sheet.site(), id -> new Pool()).add(sheet, day);
    }

    /**
     * Reads all that reports of a night are made of.
     *
     * @param whole the night's calibration
     */
    public static Comparison read(
            Connection c, long tenant, Season season, Instant cutoff, Calibrations.Whole whole)
            throws SQLException {
        return new Comparison(c, tenant, season, cutoff, whole);
    }

    /** What there is to report, by kind and id: cheap, no answer is read. */
    public static List<Subject> subjects(Connection c, long tenant, Season season, Instant cutoff)
            throws SQLException {
        Sheets sheets = new Sheets(c, tenant, cutoff);
        List<Sheets.Place> places = sheets.placesEnded(season.firstDay(), season.lastDay());
        if (places.isEmpty()) {
            return List.of();
        }
        FigureRules rules = FigureRules.of(season.code());
        List<Object> common = new ArrayList<>(List.of(VERSION, Stratum.VERSION, season.code()));
        common.add(rules.minimum());
        common.add(rules.bandMinimum());
        Calibration calibration = Calibration.at(c, tenant, season, cutoff).orElse(null);
        common.add(calibration == null ? null : calibration.inputs(c));
        Map<Long, Integer> ofPreceptors =
                sheets.littleContact("preceptor_id", season.firstDay(), season.lastDay());
        Map<Long, Integer> ofSites =
                sheets.littleContact("site_id", season.firstDay(), season.lastDay());
        List<Subject> subjects = new ArrayList<>();
        subjects.add(
                new Subject(
                        Kind.COHORT,
                        tenant,
                        key(
                                common,
                                places.stream().map(Sheets.Place::id).toList(),
                                ofSites.values().stream().mapToInt(n -> n).sum())));
        add(subjects, Kind.PRECEPTOR, places, Sheets.Place::preceptor, common, ofPreceptors);
        add(subjects, Kind.SITE, places, Sheets.Place::site, common, ofSites);
        return subjects;
    }

    private static void add(
            List<Subject> subjects,
            Kind kind,
            List<Sheets.Place> places,
            ToLongFunction<Sheets.Place> of,
            List<Object> common,
            Map<Long, Integer> contacts) {
        SortedMap<Long, List<Long>> ids = new TreeMap<>();
        for (Sheets.Place place : places) {
            ids.computeIfAbsent(of.applyAsLong(place), id -> new ArrayList<>()).add(place.id());
        }
        ids.forEach(
                (id, own) ->
                        subjects.add(
                                new Subject(
                                        kind, id, key(common, own, contacts.getOrDefault(id, 0)))));
    }

    private static Sha256 key(List<Object> common, List<Long> ids, int contacts) {
        List<Object> inputs = new ArrayList<>(common);
        inputs.add(ids);
        inputs.add(contacts);
        return Sha256.ofInputs(inputs.toArray());
    }

    private void names(Connection c, long tenant) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement("select id, code, full_name from learner where tenant_id = ?")) {
            select.setLong(1, tenant);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    learners.put(row.getLong(1), new Person(row.getString(2), row.getString(3)));
                }
            }
        }
        try (PreparedStatement select =
                c.prepareStatement(
                        "select id, concat_ws(', ', full_name, credentials) from preceptor"
                                + " where tenant_id = ?")) {
            select.setLong(1, tenant);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    preceptors.put(row.getLong(1), row.getString(2));
                }
            }
        }
    }

    private int days(Sheet sheet) {
        return (int)
                ChronoUnit.DAYS.between(
                        sheet.ended(), sheet.submittedAt().atZone(zone).toLocalDate());
    }

    private Double medianDays(Collection<Sheet> sheets) {
        return new Means(sheets.stream().map(sheet -> (double) days(sheet)).toList()).median();
    }

    private static int count(Collection<Sheet> sheets, ToLongFunction<Sheet> of) {
        return (int) sheets.stream().mapToLong(of).distinct().count();
    }

    private static List<Double> means(Collection<Sheet> sheets, Slice slice) {
        return sheets.stream()
                .map(sheet -> sheet.count(slice))
                .filter(n -> n.rated() > 0)
                .map(Sheet.Count::mean)
                .toList();
    }

    private static int rated(Collection<Sheet> sheets, Slice slice) {
        return sheets.stream().mapToInt(sheet -> sheet.count(slice).rated()).sum();
    }

    private static int notObserved(Collection<Sheet> sheets, Slice slice) {
        return sheets.stream().mapToInt(sheet -> sheet.count(slice).notObserved()).sum();
    }

    /** The name of a preceptor, with credentials. */
    public String preceptorName(long id) {
        return preceptors.get(id);
    }

    public CohortFigures cohort() {
        SortedMap<Long, List<Sheet>> byLearner = new TreeMap<>();
        now.forEach(s -> byLearner.computeIfAbsent(s.learner(), id -> new ArrayList<>()).add(s));
        Map<Slice, Map<Long, Means>> learnerMeans = new HashMap<>();
        List<CohortFigures.Line> lines = new ArrayList<>();
        labels.forEach(
                (slice, label) -> {
                    Map<Long, Means> means = new TreeMap<>();
                    byLearner.forEach((id, own) -> means.put(id, new Means(means(own, slice))));
                    learnerMeans.put(slice, means);
                    lines.add(cohortLine(slice, label, means));
                });
        List<CohortFigures.HeatRow> heat = new ArrayList<>();
        byLearner.forEach(
                (id, own) -> {
                    List<Double> cells = new ArrayList<>();
                    List<Integer> sizes = new ArrayList<>();
                    for (Slice slice : labels.keySet()) {
                        cells.add(learnerMeans.get(slice).get(id).mean());
                        sizes.add(means(own, slice).size());
                    }
                    Person person = learners.get(id);
                    heat.add(new CohortFigures.HeatRow(person.code(), person.name(), cells, sizes));
                });
        heat.sort(
                Comparator.comparing(CohortFigures.HeatRow::name)
                        .thenComparing(CohortFigures.HeatRow::code));
        return new CohortFigures(
                season,
                byLearner.size(),
                now.size(),
                count(now, Sheet::preceptor),
                contactsOfSites.values().stream().mapToInt(n -> n).sum(),
                Figuring.newest(now),
                whole.calibrated(),
                lines,
                heat);
    }

    private CohortFigures.Line cohortLine(Slice slice, String label, Map<Long, Means> means) {
        Means across =
                new Means(
                        means.values().stream()
                                .map(Means::mean)
                                .filter(mean -> mean != null)
                                .toList());
        Stratum stratum = strata.get(slice);
        int estimable = 0;
        int unlinked = 0;
        if (stratum != null) {
            for (Map.Entry<Long, FairScore> each : stratum.scores().entrySet()) {
                if (means.containsKey(each.getKey())) {
                    estimable += each.getValue().estimable() ? 1 : 0;
                    unlinked += each.getValue().reason() == NotEstimable.UNLINKED ? 1 : 0;
                }
            }
        }
        return new CohortFigures.Line(
                slice.code(),
                label,
                slice.scale(),
                (int) means.values().stream().filter(m -> m.mean() != null).count(),
                means(now, slice).size(),
                rated(now, slice),
                notObserved(now, slice),
                across.mean(),
                across.deviation(),
                across.band(rules.bandMinimum()),
                estimable,
                unlinked,
                stratum == null ? null : stratum.spread());
    }

    /**
     * @throws IllegalArgumentException when they submitted nothing in the season
     */
    public PreceptorFigures preceptor(long id) {
        List<Sheet> own = some(byPreceptor.get(id));
        Map<Slice, String> rows = domains(own);
        Pool ownPool = poolOfPreceptor.getOrDefault(id, new Pool());
        boolean shown = own.size() >= rules.minimum();
        // The others' figures must not be one colleague's.
        boolean peers =
                poolOfPreceptor.size() - (poolOfPreceptor.containsKey(id) ? 1 : 0)
                        >= rules.minimum();
        List<PreceptorFigures.Line> lines = new ArrayList<>();
        List<PreceptorFigures.Level> levels = new ArrayList<>();
        if (shown) {
            int[] used = new Pool().levels;
            for (Slice slice : rows.keySet()) {
                for (Sheet sheet : own) {
                    for (int place : sheet.layout().slices().getOrDefault(slice, List.of())) {
                        used[Math.max(0, sheet.marks().at(place))]++;
                    }
                }
            }
            for (int level = 1; level <= 5; level++) {
                levels.add(
                        new PreceptorFigures.Level(
                                level,
                                used[level],
                                peers ? all.levels[level] - ownPool.levels[level] : 0));
            }
            rows.forEach(
                    (slice, label) -> {
                        Means means = new Means(means(own, slice));
                        // The minimum holds for each row: with a site's row beside it, one of fewer
                        // would tell what a colleague who is left out gave.
                        if (means(own, slice).size() >= rules.minimum()) {
                            lines.add(
                                    new PreceptorFigures.Line(
                                            slice.code(),
                                            label,
                                            slice.scale(),
                                            means(own, slice).size(),
                                            means.mean(),
                                            means.deviation(),
                                            othersByMany(ownPool, slice),
                                            leniency(slice, id)));
                        }
                    });
        }
        return new PreceptorFigures(
                own.size(),
                count(own, Sheet::learner),
                rows.keySet().stream().mapToInt(slice -> rated(own, slice)).sum(),
                rows.keySet().stream().mapToInt(slice -> notObserved(own, slice)).sum(),
                (int) own.stream().filter(Sheet::straight).count(),
                contactsOfPreceptors.getOrDefault(id, 0),
                medianDays(own),
                peers ? othersDays(ownPool) : null,
                levels,
                Figuring.newest(own),
                whole.calibrated(),
                lines,
                rules.minimum());
    }

    private Leniency leniency(Slice slice, long preceptor) {
        Stratum stratum = strata.get(slice);
        Leniency found = stratum == null ? null : stratum.leniencies().get(preceptor);
        return found == null ? Leniency.notEstimable(NotEstimable.NOT_RATED, 0, 0, 0) : found;
    }

    /** Mean of all others' evaluations in the calibration; null when they are too few. */
    private Double others(Pool own, Slice slice) {
        Sum whole = all.sums.getOrDefault(slice, new Sum());
        Sum part = own.sums.getOrDefault(slice, new Sum());
        int n = whole.n - part.n;
        return n < rules.minimum() ? null : (Double) ((whole.sum - part.sum) / n);
    }

    /** The same for a preceptor: in no domain may the others be one or two colleagues. */
    private Double othersByMany(Pool own, Slice slice) {
        int raters =
                all.sums.getOrDefault(slice, new Sum()).raters.size()
                        - own.sums.getOrDefault(slice, new Sum()).raters.size();
        return raters < rules.minimum() ? null : others(own, slice);
    }

    private Double othersDays(Pool own) {
        List<Double> days = new ArrayList<>();
        all.days.forEach(
                (day, n) -> {
                    for (int i = own.days.getOrDefault(day, 0); i < n; i++) {
                        days.add((double) day);
                    }
                });
        return new Means(days).median();
    }

    /**
     * @throws IllegalArgumentException when nothing was submitted about it in the season
     */
    public SiteFigures site(long id) {
        List<Sheet> own = some(bySite.get(id));
        Pool ownPool = poolOfSite.getOrDefault(id, new Pool());
        List<SiteFigures.Line> lines = new ArrayList<>();
        if (own.size() >= rules.minimum()) {
            domains(own)
                    .forEach(
                            (slice, label) -> {
                                Means means = new Means(means(own, slice));
                                // A domain that few evaluations rated would show whose they are.
                                if (means(own, slice).size() >= rules.minimum()) {
                                    lines.add(
                                            new SiteFigures.Line(
                                                    slice.code(),
                                                    label,
                                                    slice.scale(),
                                                    means(own, slice).size(),
                                                    rated(own, slice),
                                                    notObserved(own, slice),
                                                    means.mean(),
                                                    means.low(),
                                                    means.high(),
                                                    others(ownPool, slice)));
                                }
                            });
        }
        return new SiteFigures(
                count(own, Sheet::learner),
                own.size(),
                count(own, Sheet::preceptor),
                contactsOfSites.getOrDefault(id, 0),
                medianDays(own),
                Figuring.newest(own),
                lines,
                shares(own),
                rules.minimum());
    }

    private List<SiteFigures.Share> shares(List<Sheet> own) {
        SortedMap<Long, List<Sheet>> each = new TreeMap<>();
        own.forEach(s -> each.computeIfAbsent(s.preceptor(), id -> new ArrayList<>()).add(s));
        SortedMap<Long, Integer> sizes = new TreeMap<>();
        each.forEach((id, sheets) -> sizes.put(id, sheets.size()));
        Set<Long> hidden = Suppression.hidden(sizes, rules.minimum());
        String scale = usual(own);
        List<SiteFigures.Share> shares = new ArrayList<>();
        each.forEach(
                (id, sheets) -> {
                    if (!hidden.contains(id)) {
                        shares.add(
                                new SiteFigures.Share(
                                        preceptors.get(id),
                                        1,
                                        sheets.size(),
                                        new Means(onScale(sheets, scale)).mean()));
                    }
                });
        shares.sort(Comparator.comparing(SiteFigures.Share::preceptor));
        if (!hidden.isEmpty()) {
            shares.add(
                    new SiteFigures.Share(
                            null, hidden.size(), hidden.stream().mapToInt(sizes::get).sum(), null));
        }
        return shares;
    }

    /** The scale that most domains of most sheets use; of equal ones the first by code. */
    private String usual(List<Sheet> sheets) {
        SortedMap<String, Integer> used = new TreeMap<>();
        for (Slice slice : labels.keySet()) {
            used.merge(slice.scale(), rated(sheets, slice), Integer::sum);
        }
        return used.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Each sheet's mean over all items on one scale. */
    private List<Double> onScale(List<Sheet> sheets, String scale) {
        List<Double> means = new ArrayList<>();
        for (Sheet sheet : sheets) {
            int sum = 0;
            int n = 0;
            for (Slice slice : labels.keySet()) {
                if (slice.scale().equals(scale)) {
                    sum += sheet.count(slice).sum();
                    n += sheet.count(slice).rated();
                }
            }
            if (n > 0) {
                means.add((double) sum / n);
            }
        }
        return means;
    }

    private static List<Sheet> some(List<Sheet> sheets) {
        if (sheets == null) {
            throw new IllegalArgumentException("nothing was submitted in the season");
        }
        return sheets;
    }

    /**
     * The report's figures as a file.
     *
     * @param name of the preceptor or site; of a cohort the institution's
     */
    public byte[] csv(Subject subject, String name) {
        return switch (subject.kind()) {
            case COHORT -> ComparisonCsv.cohort(cohort(), subject.inputs());
            case PRECEPTOR ->
                    ComparisonCsv.preceptor(name, preceptor(subject.id()), subject.inputs());
            case SITE ->
                    ComparisonCsv.site(
                            name, site(subject.id()), whole.calibrated(), subject.inputs());
        };
    }
}
