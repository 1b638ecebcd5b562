package org.preceptorportal.seal;

import java.util.regex.Pattern;

/**
 * Who signs, as the certificate names them; any script.
 *
 * @param name full name, at most 200 characters
 * @param organization for whom they sign, at most 200 characters
 */
public record Signatory(String name, String organization) {
    private static final int LONGEST = 200;

    /**
     * Control characters and the bidirectional overrides, which could make one name look like
     * another. Joiners stay: names in several scripts need them.
     */
    private static final Pattern DECEIVING =
            Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

    public Signatory {
        name = checked("name", name);
        organization = checked("organization", organization);
    }

    private static String checked(String what, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A signatory needs a " + what);
        }
        if (value.codePointCount(0, value.length()) > LONGEST) {
            throw new IllegalArgumentException(
                    "The signatory's " + what + " is longer than " + LONGEST + " characters");
        }
        if (DECEIVING.matcher(value).find()) {
            throw new IllegalArgumentException(
                    "The signatory's " + what + " has control characters");
        }
        return value.strip();
    }
}
