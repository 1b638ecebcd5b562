package org.preceptorportal.audit;

import java.util.OptionalLong;

/**
 * What an examination of a chain found.
 *
 * @param events how many were read
 * @param firstBroken the number of the first event that was altered, inserted or whose predecessor
 *     is gone
 */
public record Verdict(long events, OptionalLong firstBroken) {
    public boolean whole() {
        return firstBroken.isEmpty();
    }
}
