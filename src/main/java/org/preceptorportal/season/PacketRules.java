package org.preceptorportal.season;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What packets hold and in which order, from a season on (S8).
 *
 * @param from code of the first season in which this holds
 * @param applicants by what a packet's applicants are ordered
 * @param letters by what one applicant's letters are ordered
 * @param parts the order of the parts of an applicant's file
 * @param channels what packets hold, by the code of the program's channel
 */
public record PacketRules(
        String from,
        ApplicantOrder applicants,
        LetterOrder letters,
        List<Part> parts,
        Map<String, Holds> channels) {

    /** Those without an AAMC ID come last, by name. */
    public enum ApplicantOrder {
        NAME,
        AAMC_ID
    }

    /** The earliest first; authors by family name. */
    public enum LetterOrder {
        RELEASED,
        SIGNED,
        AUTHOR
    }

    /** Behind the cover. */
    public enum Part {
        LETTERS,
        REPORT
    }

    /**
     * What a packet of one channel holds.
     *
     * @param letters whether it holds letters; if not, where each letter stands in the program's
     *     service
     * @param report whether it holds the clinical-skill reports that go along
     */
    public record Holds(boolean letters, boolean report) {}

    public PacketRules {
        parts = List.copyOf(parts);
        channels = Map.copyOf(channels);
        if (parts.size() != Part.values().length
                || !EnumSet.copyOf(parts).equals(EnumSet.allOf(Part.class))) {
            throw new IllegalArgumentException("parts must name each part once");
        }
    }

    /**
     * @throws IllegalStateException when the data says nothing of this channel
     */
    public Holds of(String channel) {
        return Optional.ofNullable(channels.get(channel))
                .orElseThrow(
                        () -> new IllegalStateException("packets.json lacks channel " + channel));
    }
}
