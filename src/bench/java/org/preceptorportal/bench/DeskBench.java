package org.preceptorportal.bench;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/** How the time of the coordinator's desk grows from 100 to 100,000 evaluations. */
public final class DeskBench {
    /** Rotations; each has five evaluations. */
    private static final int[] SIZES = {20, 200, 2_000, 20_000};

    private static final int WARM = 60;
    private static final int ROUNDS = 101;

    private DeskBench() {}

    public static void main(String[] arguments) throws SQLException {
        try (OwnPortal portal = OwnPortal.start(Map.of("PORTAL_DEMO", "false"));
                Connection c = portal.database()) {
            DeskReads reads = new DeskReads(always(c));
            Map<String, double[]> times = new LinkedHashMap<>();
            reads.all().keySet().forEach(name -> times.put(name, new double[SIZES.length]));
            for (int i = 0; i < SIZES.length; i++) {
                DeskSeason.grow(c, SIZES[i]);
                int at = i;
                reads.all().forEach((name, read) -> times.get(name)[at] = median(read));
            }
            print(times);
        }
    }

    private static double median(Runnable read) {
        for (int i = 0; i < WARM; i++) {
            read.run();
        }
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            read.run();
            millis[i] = (System.nanoTime() - before) / 1e6;
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }

    private static void print(Map<String, double[]> times) {
        int last = SIZES.length - 1;
        // The logarithm of the number grows so much: 100 has two digits of zeros, 100,000 has five.
        double log = Math.log(SIZES[last] * 5.0) / Math.log(SIZES[0] * 5.0);
        System.out.printf(
                Locale.US,
                "%nThe desk's reads, median of %d, in milliseconds, by evaluations%n%-34s",
                ROUNDS,
                "");
        for (int size : SIZES) {
            System.out.printf(Locale.US, "%,10d", size * 5);
        }
        System.out.printf("%10s%n", "growth");
        int within = 0;
        for (Map.Entry<String, double[]> each : times.entrySet()) {
            double[] t = each.getValue();
            double growth = t[last] / t[0];
            within += growth <= log ? 1 : 0;
            System.out.printf("%-34s", each.getKey());
            for (double time : t) {
                System.out.printf(Locale.US, "%10.2f", time);
            }
            System.out.printf(Locale.US, "%9.1fx%n", growth);
        }
        System.out.printf(
                Locale.US,
                "%nThe data grew 1,000-fold, its logarithm %.1f-fold: %d of %d reads grew no more than that.%n",
                log,
                within,
                times.size());
    }

    /** One connection for all reads: what is measured is the reading. */
    static DataSource always(Connection c) {
        Connection kept =
                (Connection)
                        Proxy.newProxyInstance(
                                DeskBench.class.getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (proxy, method, arguments) -> {
                                    if (method.getName().equals("close")) {
                                        return null;
                                    }
                                    return method.invoke(c, arguments);
                                });
        return (DataSource)
                Proxy.newProxyInstance(
                        DeskBench.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> kept);
    }
}
