package org.preceptorportal.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser keeps in its sign-in cookie.
 *
 * @param browser a random name, the same over all sign-ins of this browser; opens nothing
 * @param token of this sign-in
 */
record Ticket(String browser, Secret token) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

    /** For a new sign-in in a browser that may have had others before. */
    static Ticket after(Optional<Ticket> old) {
        return new Ticket(
                old.map(Ticket::browser).orElseGet(() -> Secret.token().text()), Secret.token());
    }

    /** Empty when it is none of ours. */
    static Optional<Ticket> read(String cookie) {
        Matcher matcher = FORM.matcher(cookie == null ? "" : cookie);
        return matcher.matches()
                ? Optional.of(new Ticket(matcher.group(1), new Secret(matcher.group(2))))
                : Optional.empty();
    }

    String cookie() {
        return browser + "." + token.text();
    }

    /** Never the secret itself. */
    @Override
    public String toString() {
        return "Ticket";
    }
}
