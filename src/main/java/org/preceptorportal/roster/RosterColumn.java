package org.preceptorportal.roster;

import java.util.List;
import java.util.Locale;

/**
 * A column of a roster file.
 *
 * @param name its name in the file, in our own templates
 * @param required whether each row needs a value
 * @param longest the most characters a value may have
 * @param aliases other names that coordinators give it
 */
record RosterColumn(String name, boolean required, int longest, List<String> aliases) {

    static RosterColumn required(String name, int longest, String... aliases) {
        return new RosterColumn(name, true, longest, List.of(aliases));
    }

    static RosterColumn optional(String name, int longest, String... aliases) {
        return new RosterColumn(name, false, longest, List.of(aliases));
    }

    boolean isCalled(String header) {
        String plain = plain(header);
        return plain.equals(plain(name)) || aliases.stream().anyMatch(a -> plain(a).equals(plain));
    }

    /** "E-Mail ", "e_mail" and "EMAIL" are one name. */
    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
