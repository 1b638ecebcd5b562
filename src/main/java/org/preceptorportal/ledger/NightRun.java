package org.preceptorportal.ledger;

import jakarta.batch.runtime.context.JobContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a step knows of its run, one job of a night; read it by {@code NightRun.of(jobContext)}.
 *
 * @param run the run's id
 * @param nightId the id of the night it belongs to
 * @param job the job's name, as its file in {@code batch-jobs}
 * @param tenant the institution; a step touches no other (S4)
 * @param season the season's code
 * @param night the business date: the season's local date at its hour
 * @param cutoff data later than this belongs to the next night
 * @param epoch rises with each start, restart and take-over (NI-2)
 * @param program the one program whose artefacts are wanted; 0 for all
 * @param dryRun whether to count what would be made and to keep nothing
 */
public record NightRun(
        long run,
        long nightId,
        String job,
        long tenant,
        String season,
        LocalDate night,
        Instant cutoff,
        long epoch,
        long program,
        boolean dryRun) {
    private static final String PARAMETER = "night";

    public static NightRun of(JobContext job) {
        return of(job.getProperties());
    }

    public static NightRun of(Properties properties) {
        Map<String, String> p =
                Arrays.stream(properties.getProperty(PARAMETER).split(" "))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new NightRun(
                Long.parseLong(p.get("run")),
                Long.parseLong(p.get("nightId")),
                p.get("job"),
                Long.parseLong(p.get("tenant")),
                p.get("season"),
                LocalDate.parse(p.get("night")),
                Instant.parse(p.get("cutoff")),
                Long.parseLong(p.get("epoch")),
                Long.parseLong(p.get("program")),
                Boolean.parseBoolean(p.get("dryRun")));
    }

    /** The same run, as of another's cut-off. */
    public NightRun asOf(LocalDate day, Instant other) {
        return new NightRun(run, nightId, job, tenant, season, day, other, epoch, program, dryRun);
    }

    /**
     * The one job parameter, which every job hands to its steps as the property {@code night}. A
     * restart does not remember parameters, so they are made anew from the rows.
     */
    public Properties parameters() {
        Properties p = new Properties();
        p.setProperty(
                PARAMETER,
                "run=%d nightId=%d job=%s tenant=%d season=%s night=%s cutoff=%s epoch=%d program=%d dryRun=%s"
                        .formatted(
                                run, nightId, job, tenant, season, night, cutoff, epoch, program,
                                dryRun));
        return p;
    }
}
