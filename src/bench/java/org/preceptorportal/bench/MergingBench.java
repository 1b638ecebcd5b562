package org.preceptorportal.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.preceptorportal.reports.Bundle;
import org.preceptorportal.reports.LetterPrinter;

/** Binding 1,000 and 5,000 letters into one file, in a heap of 64 MB. */
public final class MergingBench {
    private static final int[] SIZES = {1_000, 5_000};
    private static final String HEAP = "-Xmx64m";

    private MergingBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            merge(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            return;
        }
        Path folder = Files.createTempDirectory("portal-bench-merging");
        try {
            LetterPrinter printer = new LetterPrinter();
            for (int i = 0; i < SIZES[1]; i++) {
                Files.write(
                        folder.resolve(i + ".pdf"),
                        printer.uploadCopy(DrawingBench.page(i)).pdf());
            }
            System.out.printf(
                    "%-10s %10s %10s %12s %10s  (heap limit 64 MB)%n",
                    "letters", "CPU s", "wall s", "bytes", "a letter");
            double[] seconds = new double[SIZES.length];
            for (int i = 0; i < SIZES.length; i++) {
                seconds[i] = inOwnProcess(folder, SIZES[i]);
            }
            System.out.printf(
                    Locale.ROOT,
                    "5,000 letters cost %.1f times as much as 1,000; wanted at most 5.5%n",
                    seconds[1] / seconds[0]);
        } finally {
            OwnPortal.delete(folder);
        }
    }

    private static double inOwnProcess(Path folder, int letters)
            throws IOException, InterruptedException {
        Path result = folder.resolve("result");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        HEAP,
                                        "-XX:+UseSerialGC",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        MergingBench.class.getName(),
                                        folder.toString(),
                                        Integer.toString(letters)))
                        .inheritIO()
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("not merged");
        }
        return Double.parseDouble(Files.readString(result));
    }

    private static void merge(Path folder, int letters) throws IOException {
        // Not measured: machine code.
        bind(folder, 300);
        long wall = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long bytes = bind(folder, letters);
        double seconds =
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-10d %10.2f %10.2f %12d %10d%n",
                letters,
                seconds,
                (System.nanoTime() - wall) / 1e9,
                bytes,
                bytes / letters);
        Files.writeString(folder.resolve("result"), Double.toString(seconds));
    }

    private static long bind(Path folder, int letters) throws IOException {
        Path bound = folder.resolve("bound.pdf");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bound));
                Bundle bundle = new Bundle(out)) {
            for (int i = 0; i < letters; i++) {
                bundle.append(Files.readAllBytes(folder.resolve(i + ".pdf")));
            }
        }
        return Files.size(bound);
    }
}
