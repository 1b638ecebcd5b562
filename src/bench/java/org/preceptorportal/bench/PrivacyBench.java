package org.preceptorportal.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.preceptorportal.privacy.PatientPrivacy;
import org.preceptorportal.privacy.PrivacyHit;
import org.preceptorportal.privacy.SafeHarborClass;

/** How well and how fast patient data is found in free text, on our own labelled sample. */
public final class PrivacyBench {
    /** Not the wall's time: other programs of the machine would be in it. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final int LENGTH = 2_000;
    private static final int ROUNDS = 41;
    private static final int CALLS = 40;

    private PrivacyBench() {}

    /**
     * @param arguments {@code mistakes} prints each mark missed and each false hit of the
     *     development half; those of the held-out half stay unseen
     */
    public static void main(String[] arguments) {
        PatientPrivacy privacy = new PatientPrivacy();
        List<LabelledSample> halves = new ArrayList<>();
        for (String name : List.of("development", "held-out")) {
            LabelledSample half = LabelledSample.half(name);
            halves.add(half);
            print(name, half, privacy);
        }
        if (List.of(arguments).contains("mistakes")) {
            mistakes(halves.get(0), privacy);
        }
        time(halves, privacy);
    }

    private static void print(String name, LabelledSample half, PatientPrivacy privacy) {
        long clean = half.texts().stream().filter(text -> text.marked().isEmpty()).count();
        System.out.printf(
                Locale.US,
                "%n%s half: %d texts, %d of them without patient data%n%-14s %7s %7s %10s %7s%n",
                name,
                half.texts().size(),
                clean,
                "",
                "marked",
                "found",
                "precision",
                "recall");
        for (SafeHarborClass kind : SafeHarborClass.values()) {
            line(kind.name(), half.spans(privacy, kind));
        }
        line("all spans", half.spans(privacy, null));
        line("texts", half.texts(privacy));
    }

    private static void line(String name, LabelledSample.Score score) {
        System.out.printf(
                Locale.US,
                "%-14s %7d %7d %10s %7s%n",
                name,
                score.marked(),
                score.found(),
                score.found() == 0 ? "-" : String.format(Locale.US, "%.3f", score.precision()),
                score.marked() == 0 ? "-" : String.format(Locale.US, "%.3f", score.recall()));
    }

    private static void mistakes(LabelledSample half, PatientPrivacy privacy) {
        System.out.println();
        for (LabelledSample.Text text : half.texts()) {
            List<PrivacyHit> hits = privacy.check(text.plain(), half.knownNames());
            for (PrivacyHit mark : text.marked()) {
                if (hits.stream().noneMatch(hit -> same(hit, mark))) {
                    say("missed", mark, text);
                }
            }
            for (PrivacyHit hit : hits) {
                if (text.marked().stream().noneMatch(mark -> same(hit, mark))) {
                    say("false ", hit, text);
                }
            }
        }
    }

    private static boolean same(PrivacyHit a, PrivacyHit b) {
        return a.kind() == b.kind() && a.start() < b.end() && b.start() < a.end();
    }

    private static void say(String what, PrivacyHit hit, LabelledSample.Text text) {
        System.out.printf(
                "%s %s \"%s\": %s%n",
                what, hit.kind(), text.plain().substring(hit.start(), hit.end()), text.plain());
    }

    /** A check of 2,000 characters against a loop that only looks at each of them. */
    private static void time(List<LabelledSample> halves, PatientPrivacy privacy) {
        StringBuilder all = new StringBuilder();
        halves.forEach(half -> half.texts().forEach(text -> all.append(text.plain()).append(' ')));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i + LENGTH <= all.length(); i += LENGTH) {
            texts.add(all.substring(i, i + LENGTH));
        }
        List<String> known = halves.get(0).knownNames();
        long kept = 0;
        double[] checks = new double[ROUNDS];
        double[] loops = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        // The first rounds warm up; each round is measured in pairs, so that noise meets both.
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long begin = CPU.getCurrentThreadCpuTime();
            for (int i = 0; i < CALLS; i++) {
                kept += privacy.check(texts.get(i % texts.size()), known).size();
            }
            long middle = CPU.getCurrentThreadCpuTime();
            for (int i = 0; i < CALLS * 50; i++) {
                kept += look(texts.get(i % texts.size()));
            }
            long end = CPU.getCurrentThreadCpuTime();
            if (round >= 0) {
                checks[round] = (middle - begin) / 1e6 / CALLS;
                loops[round] = (end - middle) / 1e6 / (CALLS * 50);
                ratios[round] = checks[round] / loops[round];
            }
        }
        System.out.printf(
                Locale.US,
                "%nprocessor time of one check of %,d characters: %.3f ms (p95 %.3f), a bare loop over them %.4f ms,"
                        + " ratio %.0f (median of %d paired rounds; %d results kept)%n",
                LENGTH,
                at(checks, 0.5),
                at(checks, 0.95),
                at(loops, 0.5),
                at(ratios, 0.5),
                ROUNDS,
                kept);
    }

    private static long look(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                letters++;
            }
        }
        return letters;
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
