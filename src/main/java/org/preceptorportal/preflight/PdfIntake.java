package org.preceptorportal.preflight;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.preceptorportal.preflight.PdfNotAccepted.Reason;

/** Looks at a file that somebody hands in: is it a harmless PDF? It is read, never executed. */
@ApplicationScoped
public class PdfIntake {
    /** A PDF ends with this mark; some programs write a little behind it. */
    private static final int TAIL = 1024;

    /**
     * What is taken.
     *
     * @param maxBytes largest file
     * @param maxPages most pages
     */
    public record Limits(long maxBytes, int maxPages) {
        public Limits {
            if (maxBytes < 1 || maxPages < 1) {
                throw new IllegalArgumentException("limits that let nothing in");
            }
        }

        /** The largest file, as people say it: {@code 2 MB}. */
        public String size() {
            return FileSize.words(maxBytes);
        }
    }

    /**
     * @param bytes as they came
     * @throws PdfNotAccepted with the reason in plain words
     */
    public PdfFacts check(byte[] bytes, Limits limits) {
        if (bytes.length == 0) {
            throw new PdfNotAccepted(Reason.EMPTY);
        }
        if (bytes.length > limits.maxBytes()) {
            throw new PdfNotAccepted(Reason.TOO_BIG, FileSize.words(bytes.length), limits.size());
        }
        needMarks(bytes);
        return PdfReading.read(bytes, document -> facts(document, limits));
    }

    /** At the very start, so that the file is nothing else at the same time. */
    private static void needMarks(byte[] bytes) {
        String head = text(bytes, 0, Math.min(8, bytes.length));
        String tail = text(bytes, Math.max(0, bytes.length - TAIL), bytes.length);
        if (!head.matches("(?s)%PDF-[12]\\.[0-9]") || !tail.contains("%%EOF")) {
            throw new PdfNotAccepted(Reason.NOT_PDF);
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static PdfFacts facts(PDDocument document, Limits limits) {
        Hazards.refuse(document);
        int pages = 0;
        PDPage first = null;
        for (PDPage page : document.getPages()) {
            first = first == null ? page : first;
            if (++pages > limits.maxPages()) {
                throw new PdfNotAccepted(Reason.TOO_MANY_PAGES, limits.maxPages());
            }
        }
        if (first == null) {
            throw new PdfNotAccepted(Reason.DAMAGED);
        }
        PDRectangle seen = first.getCropBox();
        boolean turned = first.getRotation() % 180 != 0;
        return new PdfFacts(
                pages,
                turned ? seen.getHeight() : seen.getWidth(),
                turned ? seen.getWidth() : seen.getHeight());
    }
}
