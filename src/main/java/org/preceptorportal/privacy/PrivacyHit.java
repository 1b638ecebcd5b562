package org.preceptorportal.privacy;

/**
 * A part of a text that may point at a patient.
 *
 * @param start its first character, counted as {@link String} does
 * @param end the character behind its last
 * @param kind what it seems to be
 */
public record PrivacyHit(int start, int end, SafeHarborClass kind) {
    public PrivacyHit {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no such part: " + start + " to " + end);
        }
    }

    boolean meets(PrivacyHit other) {
        return start < other.end && other.start < end;
    }
}
