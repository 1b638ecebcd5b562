package org.preceptorportal.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Whole nights of three sizes: against a bare drawing loop, without change, with little. */
public final class NightBench {
    private static final int PATIENCE_SECONDS = 7_200;

    /** Of the smallest institution; the largest has sixteen times as many. */
    private static final String LEARNERS = "625";

    private static final String MEMORY = "-Xmx512m";

    private NightBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = List.of(arguments);
        int at = given.indexOf("--learners");
        LettersBench.measure(
                "night.go",
                at < 0 ? LEARNERS : given.get(at + 1),
                Map.of("_JAVA_OPTIONS", MEMORY + " " + OwnPortal.AS_IN_PRODUCTION),
                PATIENCE_SECONDS);
    }
}
