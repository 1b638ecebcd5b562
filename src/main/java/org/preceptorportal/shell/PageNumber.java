package org.preceptorportal.shell;

/**
 * One page of a long list that the database cuts.
 *
 * @param number from 1
 * @param pages how many there are, at least 1
 */
public record PageNumber(int number, int pages) {
    /** Rows of a page. */
    public static final int SIZE = 50;

    /**
     * @param asked from the address; nonsense is the first page, too much the last one
     * @param rows of the whole list
     */
    public static PageNumber of(String asked, long rows) {
        int pages = (int) Math.max(1, (rows + SIZE - 1) / SIZE);
        int number = asked != null && asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : 1;
        return new PageNumber(Math.max(1, Math.min(number, pages)), pages);
    }

    /** Rows before this page. */
    public int first() {
        return (number - 1) * SIZE;
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < pages;
    }
}
