package org.preceptorportal.bench.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.bench.inside.LiveHeap.Most;
import org.preceptorportal.bench.inside.NightDrawn.Kind;
import org.preceptorportal.bench.inside.NightTable.Measured;
import org.preceptorportal.bench.inside.NightTable.Night;
import org.preceptorportal.ledger.Threads;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.Nights;
import org.preceptorportal.night.Order;
import org.preceptorportal.night.Runs;
import org.preceptorportal.night.StepView;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Tick;

/**
 * The part of the measurement {@code night} that runs in the portal: bare loop and whole nights
 * have the same machine code, memory and cores. It begins when the file {@code night.go} appears in
 * the data folder, with the number of learners of the smallest institution, and leaves what it
 * found in {@code bench.out}, or what went wrong in {@code bench.failed}.
 */
@ApplicationScoped
public class NightInside implements Tick {
    /** All that is drawn is made by these, in the night's order. */
    private static final List<String> JOBS =
            List.of("skill-statistics", "skill-reports", "letter-packets", "group-reports");

    private static final int[] TIMES = {1, 4, 16};
    private static final int WARM_UPS = 2;

    @Inject Nights nights;
    @Inject Runs runs;
    @Inject NightWorld world;
    @Inject NightDrawn drawn;
    @Inject Threads threads;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    @Override
    public Duration first() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void tick() {
        Path go = Path.of(data, "night.go");
        if (!Files.exists(go)) {
            return;
        }
        StringWriter said = new StringWriter();
        String outcome = "bench.failed";
        try {
            int learners = Integer.parseInt(Files.readString(go).strip());
            Files.delete(go);
            measure(learners, new PrintWriter(said, true));
            outcome = "bench.out";
        } catch (Exception e) {
            e.printStackTrace(new PrintWriter(said, true));
        }
        try {
            Path part = Path.of(data, "bench.part");
            Files.writeString(part, said.toString());
            Files.move(part, Path.of(data, outcome), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure(int learners, PrintWriter out) throws Exception {
        // Not measured: machine code, plans, fonts.
        for (int i = 0; i < WARM_UPS; i++) {
            long tenant = world.institution(TIMES.length + 1 + i, 4 * learners);
            NightDrawn.forget();
            night(tenant);
            drawn.bare(threads.number());
            night(tenant);
            world.change(tenant);
            night(tenant);
        }
        List<Measured> all = new ArrayList<>();
        for (int i = 0; i < TIMES.length; i++) {
            all.add(measured(world.institution(i + 1, learners * TIMES[i])));
        }
        new NightTable(out, threads.number(), JOBS).print(all);
    }

    private Measured measured(long tenant) throws Exception {
        NightDrawn.forget();
        Night full;
        Most heap;
        try (LiveHeap live = new LiveHeap()) {
            full = night(tenant);
            heap = live.most();
            full = full.less(live.seconds());
        }
        Map<Kind, Long> numbers = NightDrawn.numbers();
        Map<Kind, Double> bare = drawn.bare(threads.number());
        Night same = night(tenant);
        world.change(tenant);
        Night little = night(tenant);
        // Again, for the machine is not always as fast: the sample is of the full night still.
        Map<Kind, Double> later = drawn.bare(threads.number());
        bare.replaceAll((kind, millis) -> (millis + later.get(kind)) / 2);
        return new Measured(
                world.size(tenant), full, same, little, numbers, bare, heap, load());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Runs the jobs one after the other, as a night does. */
    private Night night(long tenant) throws InterruptedException {
        Caller portal = Caller.portal(tenant);
        List<StepView> steps = new ArrayList<>();
        for (String job : JOBS) {
            long id = nights.start(portal, new Order(null, job, null, false));
            NightView night = runs.night(portal, id);
            while (night.active()) {
                // Seldom: what it asks costs the database, and steps say themselves how long.
                Thread.sleep(250);
                night = runs.night(portal, id);
            }
            if (!night.completed() || night.skipped() > 0) {
                throw new IllegalStateException(
                        job + " " + night.status() + ", " + night.failure() + ", " + night.skips());
            }
            steps.addAll(night.steps());
        }
        return Night.of(steps);
    }
}
