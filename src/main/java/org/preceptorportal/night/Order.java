package org.preceptorportal.night;

import java.time.LocalDate;

/**
 * What a person asks of a night.
 *
 * @param date the business date, or null for today's; a past date sees the data of its own hour
 * @param onlyJob the one job to run, or null for all
 * @param program the one program whose artefacts are wanted, or null for all; such a night may run
 *     beside another
 * @param dryRun whether to count what would be made and to keep nothing
 * @param asked whether that program itself has asked, as whoever orders states
 */
public record Order(LocalDate date, String onlyJob, Long program, boolean dryRun, boolean asked) {
    public Order(LocalDate date, String onlyJob, Long program, boolean dryRun) {
        this(date, onlyJob, program, dryRun, false);
    }

    /** Everything, now. */
    public static Order tonight() {
        return new Order(null, null, null, false);
    }
}
