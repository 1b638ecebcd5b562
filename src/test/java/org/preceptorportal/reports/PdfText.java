package org.preceptorportal.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What a foreign reader (poppler) copies from a PDF. */
final class PdfText {
    private PdfText() {}

    static String of(byte[] pdf) {
        try {
            Path file = Files.createTempFile("text", ".pdf");
            Files.write(file, pdf);
            Process process =
                    new ProcessBuilder("pdftotext", "-enc", "UTF-8", file.toString(), "-").start();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Files.delete(file);
            // Poppler wraps right-to-left text into direction marks; lam-alef comes as one letter.
            return Normalizer.normalize(text, Normalizer.Form.NFKC)
                    .replaceAll("[\u200E\u200F\u202A-\u202E\u2066-\u2069]", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many pages a foreign reader (PDFBox) finds. */
    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the file under {@code target/paper} for a human eye. */
    static void keep(String name, byte[] pdf) {
        try {
            Path folder = Files.createDirectories(Path.of("target/paper"));
            Files.write(folder.resolve(name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
