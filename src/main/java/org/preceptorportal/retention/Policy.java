package org.preceptorportal.retention;

import java.util.Objects;

/**
 * How long what is kept, from one season on.
 *
 * @param from code of the first season it holds for
 * @param tokenDays sign-in links, sign-ins and signing codes, after they expired
 * @param supersededDays reports, applicants' files and packets, after a newer one was made
 * @param packetsPerProgram how many of a program's newest packets of a season stay in any case
 * @param packetSeasons how many seasons' packets are kept, that of today included
 * @param runDays runs of the night and what they counted
 * @param batchDays what Jakarta Batch remembers of its executions
 * @param orphanHours files that nothing refers to
 */
public record Policy(
        String from,
        int tokenDays,
        int supersededDays,
        int packetsPerProgram,
        int packetSeasons,
        int runDays,
        int batchDays,
        int orphanHours) {
    public Policy {
        Objects.requireNonNull(from, "a policy begins with a season");
        if (tokenDays < 1 || supersededDays < 1 || runDays < 1) {
            throw new IllegalArgumentException("nothing is kept for less than a day");
        }
        if (packetsPerProgram < 1 || packetSeasons < 1) {
            throw new IllegalArgumentException("a packet and a season are kept at least");
        }
        if (batchDays < 2) {
            throw new IllegalArgumentException(
                    "a failed run goes on within a day: batchDays is at least 2");
        }
        if (orphanHours < 24) {
            throw new IllegalArgumentException(
                    "a running transaction may be about to use a file: orphanHours is at least 24");
        }
    }
}
