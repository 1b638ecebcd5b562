package org.preceptorportal.structure;

import java.util.List;

/**
 * How an author used one structure: letters signed in the season before and in this one.
 *
 * @param bands how often each band was chosen, from lowest to highest, in both seasons; empty when
 *     the structure compares with nobody
 */
public record History(
        String lastSeason, String thisSeason, int writtenLast, int writtenThis, List<Count> bands) {
    /** One band in both seasons. */
    public record Count(String band, int last, int current) {}

    public History {
        bands = List.copyOf(bands);
    }
}
