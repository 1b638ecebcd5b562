package org.preceptorportal.watch;

import java.io.PrintStream;

/**
 * A night's progress at the console: in a terminal one line that is drawn over itself, elsewhere a
 * plain line each time that something was reached.
 */
final class ProgressLine {
    private static final int BAR = 24;
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final boolean terminal;
    private String shown = "";

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * @param percent 0 to 100, or -1 while nobody has counted what is to be done
     * @param what is being done
     * @param left how long it takes yet, in words
     */
    void show(int percent, String what, String left) {
        if (terminal) {
            String line = clip(bar(percent) + " " + what + " · " + left);
            out.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
            out.flush();
            shown = line;
            return;
        }
        // One line a tenth, so that a log stays readable.
        String mark = percent / 10 + what;
        if (!mark.equals(shown)) {
            out.println(number(percent) + " " + what + " · " + left);
            shown = mark;
        }
    }

    /** Makes room for other lines. */
    void end() {
        if (terminal && !shown.isEmpty()) {
            out.print("\r" + " ".repeat(shown.length()) + "\r");
            out.flush();
        }
        shown = "";
    }

    private static String bar(int percent) {
        int full = Math.max(0, percent) * BAR / 100;
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + number(percent);
    }

    private static String number(int percent) {
        return percent < 0 ? "   " : "%3d %%".formatted(percent);
    }

    private static String clip(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
