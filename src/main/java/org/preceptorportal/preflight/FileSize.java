package org.preceptorportal.preflight;

import java.util.Locale;

/** File sizes as people read them; services count in thousands. */
final class FileSize {
    private FileSize() {}

    /** {@code 480 KB}, {@code 1.2 MB}. */
    static String words(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, Math.round(bytes / 1000.0)) + " KB"
                : String.format(Locale.US, "%.1f MB", bytes / 1_000_000.0).replace(".0 ", " ");
    }
}
