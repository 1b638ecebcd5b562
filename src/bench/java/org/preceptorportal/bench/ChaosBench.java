package org.preceptorportal.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.preceptorportal.bench.Chaos.Fault;
import org.preceptorportal.bench.Chaos.Struck;

/** Nights killed at random places and brought to their end, against undisturbed ones. */
public final class ChaosBench {
    private static final int NIGHTS = 36;

    /** In this proportion, one after the other. */
    private static final Fault[] FAULTS = {
        Fault.PORTAL_KILLED,
        Fault.DISK_FULL,
        Fault.STORE_EMPTY,
        Fault.PORTAL_KILLED,
        Fault.DATABASE_KILLED,
        Fault.PORTAL_KILLED,
        Fault.STORE_REFUSES,
        Fault.PORTAL_KILLED,
        Fault.SESSION_KILLED,
    };

    private ChaosBench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        int nights = number(given, "--nights", NIGHTS);
        long seed = number(given, "--seed", (int) (System.nanoTime() & 0xffff));
        int bad;
        try (OwnPortal portal =
                OwnPortal.start(Map.of("PORTAL_DEMO", "true", "PORTAL_ADDRESS", "127.0.0.1"))) {
            bad = measure(new Chaos(portal), nights, seed);
        }
        System.out.println(bad == 0 ? "\nNothing lost, nothing twice." : "\nNOT GOOD: " + bad);
        System.exit(bad == 0 ? 0 : 1);
    }

    /** Prints the table; how much in it is not as it should be. */
    static int measure(Chaos chaos, int nights, long seed) throws Exception {
        NightFacts clean = chaos.clean();
        System.out.printf(
                "An undisturbed night: %d artefact rows, hash %s%n",
                clean.artefacts().size(), clean.hash());
        clean.ledger().forEach(line -> System.out.println("  " + line));
        List<String> drift = chaos.clean().differences(clean);
        System.out.println(
                drift.isEmpty() ? "A second one is equal." : "A second one differs: " + drift);
        List<String> one = chaos.otherwise(1).differences(clean);
        List<String> four = chaos.otherwise(4).differences(clean);
        System.out.println(
                one.isEmpty() && four.isEmpty()
                        ? "The night before it, with one thread and with four: equal."
                        : "The night before it differs, one thread: " + one + ", four: " + four);
        List<String> unnoticed = chaos.losses().unnoticed();
        System.out.println(
                unnoticed.isEmpty()
                        ? "Each of nine losses put in on purpose is noticed."
                        : "NOT noticed: " + unnoticed);
        int bad = drift.size() + one.size() + four.size() + unnoticed.size();
        System.out.printf(
                "%n%d nights, seed %d%n%4s  %-16s %11s %9s %8s %8s  %-12s %s%n",
                nights,
                seed,
                "",
                "fault",
                "at",
                "restarts",
                "orphans",
                "seconds",
                "hash",
                "outcome");
        Random random = new Random(seed);
        for (int i = 1; i <= nights; i++) {
            Struck s = chaos.struck(FAULTS[(i - 1) % FAULTS.length], random);
            bad += s.complaints().isEmpty() ? 0 : 1;
            System.out.printf(
                    "%4d  %-16s %5d/%5d %9d %8d %8d  %-12s %s%n",
                    i,
                    Chaos.words(s.fault()),
                    s.struck(),
                    s.of(),
                    s.restarts(),
                    s.orphans(),
                    s.seconds(),
                    s.hash(),
                    s.complaints().isEmpty() ? "as undisturbed" : "WRONG " + s.complaints());
        }
        return bad;
    }

    private static int number(List<String> given, String option, int preset) {
        int at = given.indexOf(option);
        return at < 0 ? preset : Integer.parseInt(given.get(at + 1));
    }
}
