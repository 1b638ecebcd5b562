package org.preceptorportal.skills;

/**
 * One row of a kept report's table, as printed.
 *
 * @param mean empty when nothing was rated
 * @param low lower end of the 95% interval; empty when not estimable
 * @param high upper end; empty when not estimable
 */
public record FigureRow(
        String label,
        int evaluations,
        int ratings,
        int notObserved,
        String mean,
        String low,
        String high) {}
