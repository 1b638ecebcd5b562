package org.preceptorportal.season;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rung of the reminder ladder: so many days after an evaluation opens, or before or after it is
 * due.
 *
 * @param from what is counted from
 * @param days negative: before
 */
public record ReminderStep(From from, int days) {
    private static final Pattern CODE = Pattern.compile("(opening|due)([+-]\\d{1,3})?");

    /** What a step is counted from. */
    public enum From {
        OPENING,
        DUE
    }

    public ReminderStep {
        if (from == From.OPENING && days < 0) {
            throw new IllegalArgumentException("nobody is reminded before an evaluation opens");
        }
    }

    /**
     * The step that a file or a row names: {@code opening}, {@code due-3}, {@code due}, {@code
     * due+7}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ReminderStep of(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a step is opening, opening+2, due-3, due or due+7, but not " + code);
        }
        return new ReminderStep(
                parts.group(1).equals("due") ? From.DUE : From.OPENING,
                parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)));
    }

    /** As {@link #of} reads it. */
    public String code() {
        String name = from == From.DUE ? "due" : "opening";
        return days == 0 ? name : name + (days > 0 ? "+" : "") + days;
    }

    /** The day it falls on. */
    public LocalDate day(LocalDate opens, LocalDate due) {
        return (from == From.DUE ? due : opens).plusDays(days);
    }
}
