package org.preceptorportal.skills;

/**
 * One row of a kept report's table, as printed.
 *
 * @param domain its code
 * @param scale code of the scale it was rated on
 * @param mean empty when nothing was rated
 * @param low lower end of the 95% interval; empty when not estimable
 * @param high upper end; empty when not estimable
 * @param fair null where no fair score was computed
 */
public record FigureRow(
        String label,
        String domain,
        String scale,
        int evaluations,
        int ratings,
        int notObserved,
        String mean,
        String low,
        String high,
        Fair fair) {

    /**
     * The mean with its preceptors' leniency taken out.
     *
     * @param adjusted empty when not estimable, and with it all but the preceptors and the reason
     * @param preceptors how many rated
     * @param reason why it is not estimable; empty when it is
     */
    public record Fair(
            String adjusted,
            String low,
            String high,
            String reliability,
            String preceptorsNeeded,
            String preceptors,
            String reason) {}
}
