package org.preceptorportal.bench.inside;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.preceptorportal.reports.ApplicantFilePage;
import org.preceptorportal.reports.ApplicantFilePrinter;
import org.preceptorportal.reports.CohortReportPage;
import org.preceptorportal.reports.CohortReportPrinter;
import org.preceptorportal.reports.PreceptorReportPage;
import org.preceptorportal.reports.PreceptorReportPrinter;
import org.preceptorportal.reports.SiteReportPage;
import org.preceptorportal.reports.SiteReportPrinter;
import org.preceptorportal.reports.SkillReportPage;
import org.preceptorportal.reports.SkillReportPrinter;

/**
 * Keeps a sample of what nights draw, counts it all, and draws the same again: in the night's own
 * printers, on as many threads, from memory, and throws it away.
 */
@ApplicationScoped
public class NightDrawn {
    /** Of each kind: what the smallest institution has too, so that it takes no more memory. */
    private static final int SAMPLE = 200;

    /** Shorter ones differ by a tenth, as collections fall into them or not. */
    private static final long LONG_ENOUGH = 3_000_000_000L;

    private static final Map<Kind, Drawn> DRAWN = new ConcurrentHashMap<>();

    /** Set while the bare loop draws. */
    private static final ThreadLocal<Boolean> AGAIN = new ThreadLocal<>();

    @Inject SkillReportPrinter reports;
    @Inject PreceptorReportPrinter preceptors;
    @Inject SiteReportPrinter sites;
    @Inject CohortReportPrinter cohorts;
    @Inject ApplicantFilePrinter files;
    @Resource ManagedExecutorService threads;

    /** What a night draws. */
    enum Kind {
        REPORT,
        PRECEPTOR,
        SITE,
        COHORT,
        FILE
    }

    private static final class Drawn {
        final AtomicLong number = new AtomicLong();
        final List<Object> pages = new ArrayList<>();

        synchronized void add(Object page) {
            number.incrementAndGet();
            if (pages.size() < SAMPLE) {
                pages.add(page);
            }
        }
    }

    private static void seen(Kind kind, Object page) {
        if (AGAIN.get() == null) {
            DRAWN.computeIfAbsent(kind, key -> new Drawn()).add(page);
        }
    }

    /** Begins to count and to keep anew. */
    static void forget() {
        DRAWN.clear();
    }

    /** How many of each kind were drawn since. */
    static Map<Kind, Long> numbers() {
        Map<Kind, Long> numbers = new LinkedHashMap<>();
        DRAWN.forEach((kind, drawn) -> numbers.put(kind, drawn.number.get()));
        return numbers;
    }

    /** Milliseconds for one of each kind in the sample. */
    Map<Kind, Double> bare(int workers) throws Exception {
        Map<Kind, Double> millis = new LinkedHashMap<>();
        for (Map.Entry<Kind, Drawn> each : DRAWN.entrySet()) {
            List<Object> pages;
            synchronized (each.getValue()) {
                pages = List.copyOf(each.getValue().pages);
            }
            millis.put(each.getKey(), bare(each.getKey(), pages, workers));
        }
        return millis;
    }

    /** Draws the sample, a small one again and again so that the clock sees it. */
    private double bare(Kind kind, List<Object> pages, int workers) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long before = System.nanoTime();
        Callable<Long> worker =
                () -> {
                    long bytes = 0;
                    int i = next.getAndIncrement();
                    while (i < pages.size() || System.nanoTime() - before < LONG_ENOUGH) {
                        bytes += draw(kind, pages.get(i % pages.size()));
                        i = next.getAndIncrement();
                    }
                    return bytes;
                };
        long bytes = 0;
        for (Future<Long> done : threads.invokeAll(Collections.nCopies(workers, worker))) {
            bytes += done.get();
        }
        if (bytes == 0) {
            throw new IllegalStateException("nothing was drawn");
        }
        // At the end each worker took a number that it did not draw.
        return (System.nanoTime() - before) / 1e6 / (next.get() - workers);
    }

    private int draw(Kind kind, Object page) {
        AGAIN.set(true);
        try {
            return switch (kind) {
                case REPORT -> reports.print((SkillReportPage) page).length;
                case PRECEPTOR -> preceptors.print((PreceptorReportPage) page).length;
                case SITE -> sites.print((SiteReportPage) page).length;
                case COHORT -> cohorts.print((CohortReportPage) page).length;
                case FILE -> files.print((ApplicantFilePage) page).pdf().length;
            };
        } finally {
            AGAIN.remove();
        }
    }

    /** The night's printer, watched; the others alike. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    public static class Reports extends SkillReportPrinter {
        @Override
        public byte[] print(SkillReportPage page) {
            seen(Kind.REPORT, page);
            return super.print(page);
        }
    }

    @Alternative
    @Priority(1)
    @ApplicationScoped
    public static class Preceptors extends PreceptorReportPrinter {
        @Override
        public byte[] print(PreceptorReportPage page) {
            seen(Kind.PRECEPTOR, page);
            return super.print(page);
        }
    }

    @Alternative
    @Priority(1)
    @ApplicationScoped
    public static class Sites extends SiteReportPrinter {
        @Override
        public byte[] print(SiteReportPage page) {
            seen(Kind.SITE, page);
            return super.print(page);
        }
    }

    @Alternative
    @Priority(1)
    @ApplicationScoped
    public static class Cohorts extends CohortReportPrinter {
        @Override
        public byte[] print(CohortReportPage page) {
            seen(Kind.COHORT, page);
            return super.print(page);
        }
    }

    @Alternative
    @Priority(1)
    @ApplicationScoped
    public static class Files extends ApplicantFilePrinter {
        @Override
        public Bound print(ApplicantFilePage page) {
            seen(Kind.FILE, page);
            return super.print(page);
        }
    }
}
