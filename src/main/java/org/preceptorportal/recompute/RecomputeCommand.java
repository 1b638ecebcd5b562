package org.preceptorportal.recompute;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.preceptorportal.calibration.Calibration;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.calibration.Standing;
import org.preceptorportal.calibration.Stratum;
import org.preceptorportal.comparison.Comparison;
import org.preceptorportal.figures.Figuring;
import org.preceptorportal.figures.LearnerCsv;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Sheets;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.database.RunningDatabase;
import org.preceptorportal.store.Sha256;

/**
 * {@code ./portal recompute REPORT [--csv FILE]}: prints formulas, inputs and version of a kept
 * report, computes its figures again from submitted evaluations and says whether its CSV comes out
 * byte for byte. Exit code 0: it does; 4: it does not.
 */
public final class RecomputeCommand {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int DIFFERENT = 4;

    private static final String FORMULAS =
            """
            Formulas
              value of a domain in an evaluation: mean of its rated items; "not observed" is in no mean
              mean: of these values, over final evaluations; ratings on two scales are never mixed
              95% interval: mean +- t(0.975, n-1) s / sqrt(n), cut to 1..5; none for n < 2 or equal values
              fair score: raw mean - mean estimated leniency of its preceptors, from
                rating = mean + learner + preceptor + chance, random and crossed, REML (Henderson 1975)
              its interval: +- t(0.975, preceptors-1) standard error from the inverse of Henderson's equations
              reliability: Var(estimate) / Var(learners); preceptors needed for 0.70:
                0.70/0.30 (Var(chance) + what is not known of a leniency) / Var(learners)
              cohort: quartiles of learners' raw means (type 7)
            """;

    private RecomputeCommand() {}

    public static void main(String... args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(out, System.err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        try (Connection c = RunningDatabase.open()) {
            return run(c, out, args);
        } catch (IllegalArgumentException e) {
            err.println("portal: " + e.getMessage());
            return MISUSED;
        } catch (SQLException | IOException e) {
            err.println("portal: " + e.getMessage());
            return FAILED;
        }
    }

    /**
     * The same on an open connection, which is left in a transaction that only reads.
     *
     * @throws IllegalArgumentException with a sentence, when the words name no report
     */
    public static int run(Connection c, PrintStream out, String... args)
            throws SQLException, IOException {
        List<String> words = new ArrayList<>(List.of(args));
        Path file = null;
        int option = words.indexOf("--csv");
        if (option >= 0) {
            if (option + 1 >= words.size()) {
                throw new IllegalArgumentException("--csv needs a file.");
            }
            file = Path.of(words.get(option + 1));
            words.subList(option, option + 2).clear();
        }
        c.setReadOnly(true);
        c.setAutoCommit(false);
        return recompute(c, KeptReport.find(c, words), file, out);
    }

    private static int recompute(Connection c, KeptReport report, Path file, PrintStream out)
            throws SQLException, IOException {
        Seasons seasons = new Seasons();
        seasons.read();
        Season season = seasons.get(report.season());
        Optional<Calibration> calibration =
                Calibration.at(c, report.tenant(), season, report.cutoff());
        List<Stratum> strata = new ArrayList<>();
        if (calibration.isPresent()) {
            List<Sheet> sheets = calibration.get().sheets(c);
            for (Slice slice : calibration.get().contents(c).slices()) {
                strata.add(calibration.get().fit(slice, sheets));
            }
        }
        out.printf(
                "Report %d: %s %s%nNight's cut-off %s, season %s%n%n%s%n",
                report.id(),
                report.kind(),
                report.name(),
                report.cutoff(),
                report.season(),
                FORMULAS);
        calibration.ifPresent(
                found ->
                        out.printf(
                                "Calibration: %d finals, each once, of rotations that ended %s to"
                                        + " %s, up to %s, %s%n",
                                found.evaluations(),
                                found.from(),
                                found.until(),
                                found.cutoff(),
                                Stratum.VERSION));
        for (Stratum stratum : strata) {
            if (stratum.spread() != null) {
                out.printf(
                        Locale.ROOT,
                        "  %-28s %-12s mean %.4f; variance of learners %.4f, preceptors %.4f,"
                                + " chance %.4f%n",
                        stratum.slice().code(),
                        stratum.slice().scale(),
                        stratum.spread().mean(),
                        stratum.spread().learners(),
                        stratum.spread().raters(),
                        stratum.spread().residual());
            }
        }
        byte[] csv =
                "LEARNER".equals(report.kind())
                        ? learner(c, report, calibration, strata, out)
                        : group(c, report, season, calibration, strata, out);
        if (file != null) {
            Files.write(file, csv);
        }
        out.printf("%n%s%n", new String(csv, StandardCharsets.UTF_8));
        boolean same = Sha256.of(csv).hex().equals(report.csv());
        out.println(
                same
                        ? "Same: the report's CSV came out byte for byte, SHA-256 " + report.csv()
                        : "DIFFERENT: the kept CSV has SHA-256 "
                                + report.csv()
                                + ", this one "
                                + Sha256.of(csv).hex()
                                + ". A name or the method may have changed since.");
        return same ? 0 : DIFFERENT;
    }

    private static byte[] learner(
            Connection c,
            KeptReport report,
            Optional<Calibration> calibration,
            List<Stratum> strata,
            PrintStream out)
            throws SQLException {
        Sheets reading = new Sheets(c, report.tenant(), report.cutoff());
        List<Sheet> sheets = reading.ofLearners(List.of(report.subject()));
        int contacts =
                reading.littleContact("learner_id", LocalDate.EPOCH, LocalDate.of(9999, 1, 1))
                        .getOrDefault(report.subject(), 0);
        Map<Slice, Stratum> bySlice = new HashMap<>();
        strata.forEach(stratum -> bySlice.put(stratum.slice(), stratum));
        Standing standing =
                new Standing(
                        calibration.map(Calibration::printed).orElse(null),
                        bySlice,
                        report.subject());
        Sha256 inputs = Figuring.inputs(sheets, contacts, standing);
        out.printf(
                "%nInputs %s, %s%n  evaluation learner rotation preceptor site ended submitted"
                        + " form marks (0 not observed, -1 unanswered)%n",
                inputs, Figuring.VERSION);
        sheets.forEach(sheet -> out.println("  " + sheet.line()));
        return LearnerCsv.of(
                report.code(), report.name(), Figuring.learner(sheets, contacts, standing), inputs);
    }

    private static byte[] group(
            Connection c,
            KeptReport report,
            Season season,
            Optional<Calibration> calibration,
            List<Stratum> strata,
            PrintStream out)
            throws SQLException {
        Comparison.Subject subject =
                Comparison.subjects(c, report.tenant(), season, report.cutoff(), calibration)
                        .stream()
                        .filter(s -> s.kind().name().equals(report.kind()))
                        .filter(s -> s.id() == report.subject())
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "Nothing was submitted that this report is of."));
        out.printf("%nInputs %s, %s%n", subject.inputs(), Comparison.VERSION);
        return Comparison.read(
                        c,
                        report.tenant(),
                        season,
                        report.cutoff(),
                        new Calibrations.Whole(
                                calibration.map(Calibration::printed).orElse(null), strata))
                .csv(subject, report.name());
    }
}
