package org.preceptorportal.night;

import java.util.List;

/**
 * A job of the night's program.
 *
 * @param name also of its files in {@code batch-jobs}
 * @param after jobs that must be over before it begins, however they ended
 * @param needs jobs that must be completed before it begins
 * @param programs whether it can be run for a single program
 * @param steps their names, in order
 */
public record ProgramJob(
        String name,
        List<String> after,
        List<String> needs,
        boolean programs,
        List<String> steps) {}
