package org.preceptorportal.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;

/** What is on a page, by Poppler. */
final class Pdf {
    private Pdf() {}

    /** The words of a file; line ends are spaces. */
    static String text(Path pdf) {
        try {
            Process process =
                    new ProcessBuilder("pdftotext", "-q", "-enc", "UTF-8", pdf.toString(), "-")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return plain(
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("pdftotext is needed on the PATH", e);
        }
    }

    /** Poppler wraps right-to-left text into direction marks; lam-alef comes as one letter. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\u200E\u200F\u202A-\u202E\u2066-\u2069]", "")
                .replaceAll("\\s+", " ");
    }
}
