package org.preceptorportal.comparison;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.preceptorportal.calibration.Calibration;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.calibration.FigureRules;
import org.preceptorportal.calibration.Stratum;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Sheets;
import org.preceptorportal.observed.Sheets.Place;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.season.Season;
import org.preceptorportal.store.Sha256;

/**
 * The figures of an institution's cohort, preceptors and sites in one season: finals of rotations
 * that ended in it, as they stood at a night's cut-off. What a preceptor or a site is compared with
 * is taken from the calibration (CO-4), so that one evaluation changes the report of its preceptor,
 * of the sites that preceptor rates at and of the cohort, and no other.
 */
public final class Comparison {
    /** Rises with every change of a figure's meaning; printed on reports and part of their key. */
    public static final String VERSION = "comparison-8";

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

    private final Evidence evidence;
    private final Map<Long, List<Sheet>> byPreceptor = new HashMap<>();
    private final Map<Long, List<Sheet>> bySite = new HashMap<>();
    private final CohortComparison cohort;
    private final PreceptorComparison preceptors;
    private final SiteComparison sites;

    Comparison(Evidence evidence) {
        this.evidence = evidence;
        for (Sheet sheet : evidence.now()) {
            byPreceptor.computeIfAbsent(sheet.preceptor(), id -> new ArrayList<>()).add(sheet);
            bySite.computeIfAbsent(sheet.site(), id -> new ArrayList<>()).add(sheet);
        }
        Map<Slice, String> labels = Evidence.domains(evidence.now());
        Suppression suppression =
                new Suppression(evidence.now(), labels.keySet(), evidence.rules().minimum());
        Others others = new Others(evidence);
        cohort = new CohortComparison(evidence, labels, suppression);
        preceptors = new PreceptorComparison(evidence, suppression, others);
        sites = new SiteComparison(evidence, labels, suppression, others);
    }

    /**
     * Reads all that reports of a night are made of.
     *
     * @param whole the night's calibration
     */
    public static Comparison read(
            Connection c, long tenant, Season season, Instant cutoff, Calibrations.Whole whole)
            throws SQLException {
        return new Comparison(Evidence.read(c, tenant, season, cutoff, whole));
    }

    /**
     * What there is to report, by kind and id: cheap, no answer is read.
     *
     * @param calibration that of the night
     */
    public static List<Subject> subjects(
            Connection c,
            long tenant,
            Season season,
            Instant cutoff,
            Optional<Calibration> calibration)
            throws SQLException {
        Sheets sheets = new Sheets(c, tenant, cutoff);
        FigureRules rules = FigureRules.of(season.code());
        List<Object> common = new ArrayList<>(List.of(VERSION, Stratum.VERSION, season.code()));
        common.add(rules.minimum());
        common.add(rules.bandMinimum());
        List<Place> places;
        if (calibration.isPresent()) {
            Calibration then = calibration.get();
            // Of the year before as well, which is calibrated on.
            Sheets.Twice<Place> all =
                    sheets.placesEndedTwice(then.from(), then.until(), then.cutoff());
            places = of(season, all.now());
            common.add(then.inputs(all.then().stream().map(Place::id).toList()));
            // All reports stand beside one table of then: where it was corrected, all are made
            // anew.
            common.add(Sha256.ofInputs(of(season, all.then())));
        } else {
            places = sheets.placesEnded(season.firstDay(), season.lastDay());
            common.add(null);
            common.add(null);
        }
        if (places.isEmpty()) {
            return List.of();
        }
        Map<Long, Integer> ofPreceptors =
                sheets.littleContact("preceptor_id", season.firstDay(), season.lastDay());
        Map<Long, Integer> ofSites =
                sheets.littleContact("site_id", season.firstDay(), season.lastDay());
        List<Subject> subjects = new ArrayList<>();
        subjects.add(
                new Subject(
                        Kind.COHORT,
                        tenant,
                        key(common, places, ofSites.values().stream().mapToInt(n -> n).sum())));
        SortedMap<Long, List<Place>> byPreceptor = new TreeMap<>();
        SortedMap<Long, Set<Long>> bySite = new TreeMap<>();
        for (Place place : places) {
            byPreceptor.computeIfAbsent(place.preceptor(), id -> new ArrayList<>()).add(place);
            bySite.computeIfAbsent(place.site(), id -> new TreeSet<>()).add(place.preceptor());
        }
        // In words once, for each of their sites has them all.
        Map<Long, String> said = new HashMap<>();
        byPreceptor.forEach((id, own) -> said.put(id, own.toString()));
        byPreceptor.forEach(
                (id, own) ->
                        subjects.add(
                                new Subject(
                                        Kind.PRECEPTOR,
                                        id,
                                        key(
                                                common,
                                                said.get(id),
                                                ofPreceptors.getOrDefault(id, 0)))));
        // What a site may show depends on all that its preceptors rated, elsewhere too.
        bySite.forEach(
                (id, there) ->
                        subjects.add(
                                new Subject(
                                        Kind.SITE,
                                        id,
                                        key(
                                                common,
                                                List.of(id, there.stream().map(said::get).toList()),
                                                ofSites.getOrDefault(id, 0)))));
        return subjects;
    }

    private static List<Place> of(Season season, List<Place> places) {
        return places.stream().filter(place -> !place.ended().isBefore(season.firstDay())).toList();
    }

    private static Sha256 key(List<Object> common, Object places, int contacts) {
        List<Object> inputs = new ArrayList<>(common);
        inputs.add(places);
        inputs.add(contacts);
        return Sha256.ofInputs(inputs.toArray());
    }

    public CohortFigures cohort() {
        return cohort.figures();
    }

    /**
     * @throws IllegalArgumentException when they submitted nothing in the season
     */
    public PreceptorFigures preceptor(long id) {
        return preceptors.figures(id, some(byPreceptor.get(id)));
    }

    /**
     * @throws IllegalArgumentException when nothing was submitted about it in the season
     */
    public SiteFigures site(long id) {
        return sites.figures(id, some(bySite.get(id)));
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
            case COHORT -> csv(subject, cohort());
            case PRECEPTOR -> csv(subject, name, preceptor(subject.id()));
            case SITE -> csv(subject, name, site(subject.id()));
        };
    }

    /** The same of figures that are there. */
    public byte[] csv(Subject subject, CohortFigures figures) {
        return ComparisonCsv.cohort(figures, subject.inputs());
    }

    /** The same of figures that are there. */
    public byte[] csv(Subject subject, String name, PreceptorFigures figures) {
        return ComparisonCsv.preceptor(name, figures, subject.inputs());
    }

    /** The same of figures that are there. */
    public byte[] csv(Subject subject, String name, SiteFigures figures) {
        return ComparisonCsv.site(name, figures, evidence.whole().calibrated(), subject.inputs());
    }
}
