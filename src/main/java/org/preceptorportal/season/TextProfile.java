package org.preceptorportal.season;

import java.util.Set;
import java.util.regex.Pattern;
import org.preceptorportal.season.Profile.Shown;

/**
 * What a letter without layout keeps to in a season, for fields and mails that take nothing else.
 *
 * @param name as people know where it goes
 * @param maxCharacters more is refused
 * @param goodCharacters more is refused by some
 * @param maxLine characters of a line that no mail may exceed
 * @param goodLine characters of a line beyond which it is broken on the way
 * @param safe matches one character that every field takes
 * @param shows what a reader must find in it
 */
public record TextProfile(
        String code,
        String name,
        int maxCharacters,
        int goodCharacters,
        int maxLine,
        int goodLine,
        Pattern safe,
        Set<Shown> shows) {

    public TextProfile {
        if (goodCharacters < 1
                || goodCharacters > maxCharacters
                || goodLine < 1
                || goodLine > maxLine) {
            throw new IllegalArgumentException("its limits are impossible");
        }
        shows = Set.copyOf(shows);
    }
}
