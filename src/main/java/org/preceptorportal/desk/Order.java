package org.preceptorportal.desk;

/** What a list is sorted by; the duty's id breaks ties. */
public enum Order {
    DUE("due_at", false),
    /** The most late first, open before closed. */
    LATENESS("lateness", true),
    LEARNER("learner_sort", false),
    PRECEPTOR("preceptor_sort", false);

    private final String column;
    private final boolean falling;

    Order(String column, boolean falling) {
        this.column = column;
        this.falling = falling;
    }

    String sql(boolean reversed) {
        // One index serves both ways when its whole key turns around.
        boolean down = falling != reversed;
        boolean idDown = reversed;
        return " order by d." + column + (down ? " desc" : "") + ", d.id" + (idDown ? " desc" : "");
    }
}
