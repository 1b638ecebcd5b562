package org.preceptorportal.season;

import java.util.List;
import java.util.Objects;

/**
 * What asking for letters and delivering them keeps to, from one season on.
 *
 * @param from code of the first season it holds for
 * @param leadWeeks how many weeks writers need; less is said to the learner, and never refused
 * @param nudgesAtMost how often a learner may remind the author of one letter
 * @param nudgeEveryDays days between two such reminders
 * @param fileBytes how large a learner's paper for the author may be
 * @param filePages how long
 * @param channels where letters go
 */
public record LetterPractice(
        String from,
        int leadWeeks,
        int nudgesAtMost,
        int nudgeEveryDays,
        int fileBytes,
        int filePages,
        List<Channel> channels) {

    /**
     * A way to the programs, and what its uploader does.
     *
     * @param code as rosters name it
     * @param name of the channel as people say it
     * @param service whose page is used
     * @param address of that page; empty when there is nothing to go to
     * @param steps in order
     * @param note what else to know; may be empty
     */
    public record Channel(
            String code,
            String name,
            String service,
            String address,
            List<String> steps,
            String note) {
        public Channel {
            Objects.requireNonNull(code, "a channel has a code");
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("channel " + code + " has no steps");
            }
            if (!address.isEmpty() && !address.startsWith("https://")) {
                throw new IllegalArgumentException(
                        "channel " + code + " leads to an address without https");
            }
        }
    }

    public LetterPractice {
        Objects.requireNonNull(from, "a practice begins with a season");
        channels = List.copyOf(channels);
        if (leadWeeks < 1 || nudgesAtMost < 0 || nudgeEveryDays < 1) {
            throw new IllegalArgumentException("an impossible number of weeks, days or nudges");
        }
        if (fileBytes < 1 || filePages < 1) {
            throw new IllegalArgumentException("files of no size");
        }
    }

    /**
     * @throws IllegalArgumentException when the file has none with this code
     */
    public Channel channel(String code) {
        return channels.stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no channel " + code));
    }
}
