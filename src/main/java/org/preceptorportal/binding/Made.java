package org.preceptorportal.binding;

/**
 * What became of one item of a step.
 *
 * @param item stable key within the step
 * @param label as people know it
 * @param reason why something was left out, or null
 * @param items how many it stands for; more than one only where nothing was to be done
 */
public record Made(String item, String label, Result result, String reason, int items) {

    /** As the ledger counts. */
    public enum Result {
        MADE,
        UNCHANGED,
        SKIPPED
    }

    /** What counts as made or unchanged, unless something was left out. */
    public static Made of(String item, String label, boolean isNew, String reason) {
        Result result = reason != null ? Result.SKIPPED : isNew ? Result.MADE : Result.UNCHANGED;
        return new Made(item, label, result, reason, 1);
    }

    /** So many items in a row with nothing to be done. */
    public static Made unchanged(int items) {
        return new Made(null, null, Result.UNCHANGED, null, items);
    }
}
