package org.preceptorportal.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What is on a page, by Poppler. */
final class Pdf {
    private Pdf() {}

    /** The words of a file; line ends are spaces. */
    static String text(Path pdf) {
        try {
            Process process =
                    new ProcessBuilder("pdftotext", "-q", pdf.toString(), "-")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException("pdftotext is needed on the PATH", e);
        }
    }
}
