package org.preceptorportal.evaluation;

/**
 * Who watched an encounter, in their own words: nobody has checked it.
 *
 * @param name as typed
 * @param role for instance "senior resident"
 */
public record Observer(String name, String role) {
    /** Characters each may have. */
    public static final int LONGEST = 90;

    public Observer {
        name = tidy(name);
        role = tidy(role);
    }

    /** Nobody yet: the page is shown for the first time. */
    public static Observer unknown() {
        return new Observer("", "");
    }

    /** "Mia Stone, senior resident". */
    String said() {
        return name + ", " + role;
    }

    boolean named() {
        return !name.isEmpty() && !role.isEmpty();
    }

    boolean tooLong() {
        return name.length() > LONGEST || role.length() > LONGEST;
    }

    private static String tidy(String typed) {
        return typed == null ? "" : typed.strip().replaceAll("\\p{Cntrl}", " ");
    }
}
