package org.preceptorportal.access;

/** Where somebody wants to go: a path of this portal, query included, never another site. */
public final class Target {
    /** Where everybody starts. */
    public static final String HOME = "/home";

    private static final int LONGEST = 400;

    private Target() {}

    public static boolean isOurs(String target) {
        return target != null
                && target.length() <= LONGEST
                && target.startsWith("/")
                && !target.startsWith("//")
                && target.indexOf('\\') < 0
                && target.chars().noneMatch(Character::isISOControl);
    }

    /** The target, or home when it is none of ours. */
    public static String orHome(String target) {
        return isOurs(target) ? target : HOME;
    }
}
