package org.preceptorportal.night;

import jakarta.batch.runtime.context.JobContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;

/**
 * What a step knows of its night; read it by {@code NightRun.of(jobContext)}.
 *
 * @param run the run's id
 * @param tenant the institution; a step touches no other (S4)
 * @param season the season's code
 * @param night the business date: the season's local date at its hour
 * @param cutoff data later than this belongs to the next night
 * @param epoch rises with each take-over (NI-2)
 */
public record NightRun(
        long run, long tenant, String season, LocalDate night, Instant cutoff, long epoch) {

    public static NightRun of(JobContext job) {
        return of(job.getProperties());
    }

    static NightRun of(Properties p) {
        return new NightRun(
                Long.parseLong(p.getProperty("run")),
                Long.parseLong(p.getProperty("tenant")),
                p.getProperty("season"),
                LocalDate.parse(p.getProperty("night")),
                Instant.parse(p.getProperty("cutoff")),
                Long.parseLong(p.getProperty("epoch")));
    }

    /** Job parameters; a restart does not remember them, so they are made anew from the row. */
    Properties parameters() {
        Properties p = new Properties();
        p.setProperty("run", Long.toString(run));
        p.setProperty("tenant", Long.toString(tenant));
        p.setProperty("season", season);
        p.setProperty("night", night.toString());
        p.setProperty("cutoff", cutoff.toString());
        p.setProperty("epoch", Long.toString(epoch));
        return p;
    }
}
