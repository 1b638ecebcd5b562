package org.preceptorportal.season;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One application season.
 *
 * @param code for instance {@code 2027}: the year in which residency begins
 * @param firstDay first day on which letters and packets belong to it
 * @param lastDay last such day
 * @param lettersPerProgram how many letters one learner may release to one program, by the code of
 *     the program's channel
 * @param nightAt local time at which the night's run starts
 * @param zone the time zone of {@code nightAt} and of the season's days
 * @param evaluationDueDays days after a rotation's end until its final evaluation is due
 * @param midFromDays days a rotation must last to have an evaluation at its middle
 * @param midDueDays days after a rotation's middle until that evaluation is due
 * @param soap the days on which nobody may write to programs unasked; null when not known yet
 * @param reminders when those who owe an evaluation are reminded
 */
public record Season(
        String code,
        String name,
        LocalDate firstDay,
        LocalDate lastDay,
        Map<String, Integer> lettersPerProgram,
        LocalTime nightAt,
        ZoneId zone,
        int evaluationDueDays,
        int midFromDays,
        int midDueDays,
        Blackout soap,
        ReminderLadder reminders) {
    public Season {
        Objects.requireNonNull(code, "a season has a code");
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("season " + code + " ends before it starts");
        }
        Objects.requireNonNull(reminders, "a season has reminders");
        lettersPerProgram = Map.copyOf(lettersPerProgram);
        if (evaluationDueDays < 0 || midFromDays < 1 || midDueDays < 0) {
            throw new IllegalArgumentException("season " + code + " has an impossible limit");
        }
        lettersPerProgram.forEach(
                (channel, most) -> {
                    if (most < 1) {
                        throw new IllegalArgumentException(
                                "season " + code + " lets no letter go by " + channel);
                    }
                });
    }

    /** From the first moment to the last, when programs are left alone (NRMP, SOAP). */
    public record Blackout(Instant from, Instant until) {
        public Blackout {
            if (!until.isAfter(from)) {
                throw new IllegalArgumentException("a blackout ends after it begins");
            }
        }
    }

    /** When a mail to a program may leave that is written now: at once, but for the blackout. */
    public Instant mayWriteToPrograms(Instant now) {
        return soap == null || now.isBefore(soap.from()) || !now.isBefore(soap.until())
                ? now
                : soap.until();
    }

    /**
     * How many letters of one learner a program of this channel takes.
     *
     * @throws IllegalStateException when the data says nothing of this channel
     */
    public int lettersPerProgram(String channel) {
        return Optional.ofNullable(lettersPerProgram.get(channel))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "lettersPerProgram of season "
                                                + code
                                                + " in seasons.json lacks channel "
                                                + channel));
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
