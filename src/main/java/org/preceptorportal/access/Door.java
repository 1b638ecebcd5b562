package org.preceptorportal.access;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/**
 * One line of a doors file.
 *
 * @param kind what stands behind it
 * @param method of an API call; {@code *} for pages and files
 * @param path within the portal; for API calls below {@code /api/v1}. <code>{name}</code> stands
 *     for one segment or a part of it, a last <code>/*</code> for everything below
 * @param open true when nobody need be signed in
 * @param ownPages true for an API call that only the portal's own pages make: by session, whatever
 *     its method, with a proof that no other site made the browser send it (AC-7); never by key
 * @param machines true for an API call that gives out no letter: also a key that is nobody's makes
 *     it (AC-12)
 * @param roles who may, when it is not open
 */
public record Door(
        Kind kind,
        String method,
        String path,
        boolean open,
        boolean ownPages,
        boolean machines,
        Set<Role> roles) {
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    /** What stands behind a door. */
    public enum Kind {
        /** A Faces page. */
        PAGE,
        /** A REST call. */
        API,
        /** A servlet, or what the server itself gives out. */
        FILE
    }

    public Door {
        roles = Set.copyOf(roles);
    }

    /**
     * @param caller null for a stranger
     */
    public boolean admits(Caller caller) {
        return open || caller != null && caller.role() != null && roles.contains(caller.role());
    }

    /** Whether it stays shut because the caller came with a key that is nobody's (AC-12). */
    public boolean asksWhose(Caller caller) {
        return !open && !machines && caller != null && caller.accountId() == null;
    }

    Pattern pattern() {
        boolean below = path.endsWith("/*");
        String exact = below ? path.substring(0, path.length() - 2) : path;
        String regex =
                PLACE.splitAsStream(exact).map(Pattern::quote).collect(Collectors.joining("[^/]+"));
        if (exact.endsWith("}")) {
            regex += "[^/]+";
        }
        return Pattern.compile(regex + (below ? "(/.*)?" : ""));
    }

    /** How exact the path is: the most literal of several matching doors counts. */
    int literals() {
        return PLACE.matcher(path).replaceAll("").length();
    }
}
