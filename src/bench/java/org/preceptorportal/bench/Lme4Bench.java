package org.preceptorportal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.preceptorportal.bench.RatingWorld.Plan;

/** Fair scores against R's lme4 on generated ratings; needs R (Debian: r-cran-lme4), else says so. */
public final class Lme4Bench {
    /** Where the plain tests find what lme4 said. */
    private static final Path KEPT = Path.of("src/test/resources/fairness");

    private Lme4Bench() {}

    /** A generated data set: the same in the bench and in the plain tests. */
    public record DataSet(String name, Plan plan, long seed) {
        public RatingWorld world() {
            return plan.make(seed);
        }
    }

    public static final List<DataSet> SETS =
            List.of(
                    set("small", 60, 12, 4, 0, 0.10, 0.25, false, 11),
                    set("one-site", 150, 30, 4, 0.8, 0.06, 0.25, false, 12),
                    set("more-raters", 80, 100, 5, 0, 0.15, 0.10, false, 13),
                    set("marks", 300, 40, 4, 0, 0.15, 0.25, true, 14),
                    set("few-ratings", 400, 40, 1.5, 0, 0.20, 0.20, false, 15),
                    set("severe", 200, 25, 6, 0.5, 0.04, 0.60, false, 16));

    private static DataSet set(
            String name,
            int learners,
            int raters,
            double each,
            double stay,
            double ofLearners,
            double ofRaters,
            boolean marks,
            long seed) {
        return new DataSet(
                name,
                new Plan(learners, raters, each, stay, 5, ofLearners, ofRaters, 0.45, marks),
                seed);
    }

    public static void main(String... args) throws IOException, InterruptedException {
        boolean r = hasR();
        if (!r) {
            System.out.println(
                    "R with lme4 is not on this machine (Debian: apt-get install r-base-core"
                            + " r-cran-lme4). Compared with what lme4 1.1-31 said when the answers"
                            + " were kept.");
        }
        System.out.printf(
                "%-12s %8s %11s %11s %11s %11s %11s%n",
                "data", "ratings", "mean", "variances", "criterion", "effects", "doubts");
        boolean keep = List.of(args).contains("--keep");
        boolean good = true;
        for (DataSet set : SETS) {
            RatingWorld world = set.world();
            String answer = r ? ask(world) : Files.readString(KEPT.resolve(set.name() + ".csv"));
            if (keep && r) {
                Files.writeString(KEPT.resolve(set.name() + ".csv"), answer);
            }
            Lme4Answer.Difference d = Lme4Answer.read(answer).compare(world.ratings());
            good &= d.toThreeDigits();
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %8d %11.1e %11.1e %11.1e %11.1e %11.1e%n",
                    set.name(),
                    world.ratings().size(),
                    d.mean(),
                    d.variances(),
                    d.criterion(),
                    d.effects(),
                    d.doubts());
        }
        System.out.println(
                "\nLargest relative differences; effects relative to their standard deviation.\n"
                        + (good ? "All agree to 3 digits." : "NOT all agree to 3 digits."));
        System.exit(good ? 0 : 1);
    }

    private static boolean hasR() throws InterruptedException {
        try {
            return new ProcessBuilder("Rscript", "-e", "library(lme4)")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String ask(RatingWorld world) throws IOException, InterruptedException {
        Path file = Files.createTempFile("ratings", ".csv");
        try {
            Files.writeString(
                    file,
                    "learner,rater,score\n"
                            + world.ratings().stream()
                                    .map(x -> x.learner() + "," + x.rater() + "," + x.score())
                                    .collect(Collectors.joining("\n"))
                            + "\n");
            Process process =
                    new ProcessBuilder("Rscript", "src/bench/r/lme4.R", file.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("Rscript failed");
            }
            return answer;
        } finally {
            Files.delete(file);
        }
    }
}
