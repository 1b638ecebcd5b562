package org.preceptorportal.reports;

/**
 * A character that no bundled font can draw. Nothing is printed then: an empty box in a name is
 * worse than a question to its owner. The message names the character, never the text around it.
 */
public final class UnprintableText extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int codePoint;
    private final String place;

    UnprintableText(int codePoint, String place) {
        super("No font for U+%04X (%s) in %s".formatted(codePoint, name(codePoint), place));
        this.codePoint = codePoint;
        this.place = place;
    }

    private static String name(int codePoint) {
        String name = Character.getName(codePoint);
        return name == null ? "unassigned" : name;
    }

    /** The character itself, as a Unicode code point. */
    public int codePoint() {
        return codePoint;
    }

    /** The Unicode name of the character, such as {@code SNOWMAN}. */
    public String characterName() {
        return name(codePoint);
    }

    /** Where it stands, such as {@code learnerName} or {@code body, block 3}. */
    public String place() {
        return place;
    }
}
