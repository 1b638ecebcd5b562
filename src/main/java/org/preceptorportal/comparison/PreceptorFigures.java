package org.preceptorportal.comparison;

import java.time.Instant;
import java.util.List;
import org.preceptorportal.calibration.Calibrated;
import org.preceptorportal.fairness.Leniency;

/**
 * How one preceptor rates, beside the institution's others. About a preceptor: shown to them and to
 * the coordinator only.
 *
 * @param evaluations finals they submitted
 * @param learners different learners
 * @param ratings items they rated in the domains of {@code lines}; null when hidden
 * @param notObserved items they marked "not observed" there; null when hidden
 * @param straightLines evaluations with the same mark throughout; null when hidden
 * @param littleContact rotations they closed for want of contact
 * @param daysToSubmit median days from the rotation's end to the submission; null when hidden
 * @param peersDaysToSubmit the same for all others; null when hidden
 * @param levels how often they and the others gave each mark, from 1 to 5
 * @param lines one for each domain and scale with the minimum of evaluations
 * @param minimum fewest evaluations for which figures are shown
 */
public record PreceptorFigures(
        int evaluations,
        int learners,
        Integer ratings,
        Integer notObserved,
        Integer straightLines,
        int littleContact,
        Double daysToSubmit,
        Double peersDaysToSubmit,
        List<Level> levels,
        Instant dataCutoff,
        Calibrated calibration,
        List<Line> lines,
        int minimum) {
    public PreceptorFigures {
        levels = List.copyOf(levels);
        lines = List.copyOf(lines);
    }

    /**
     * @param level 1 to 5
     * @param used how often they gave it
     * @param peersUsed how often the others did
     */
    public record Level(int level, int used, int peersUsed) {}

    /**
     * One domain on one scale.
     *
     * @param mean of their evaluations' means; null when nothing was rated
     * @param deviation standard deviation of these; null for fewer than two
     * @param peersMean mean of all others' evaluations; null when hidden or nobody else rated
     */
    public record Line(
            String code,
            String label,
            String scale,
            int evaluations,
            Double mean,
            Double deviation,
            Double peersMean,
            Leniency leniency) {}
}
