package org.preceptorportal.shell;

/** Text in files that spreadsheets open. */
public final class SheetCell {
    /** What begins a formula in some spreadsheet, full-width forms included. */
    private static final String FORMULA = "=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20";

    private SheetCell() {}

    /** What begins like a formula is marked as text, as spreadsheets understand it. */
    public static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
