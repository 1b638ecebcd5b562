package org.preceptorportal.judges;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Poppler's {@code pdfsig}: an NSS-based check of digest and coverage; it does not judge trust. */
public record Pdfsig(int signatures, boolean valid, boolean wholeFile, String said) {

    /**
     * Judges all signatures of a file: {@code valid} and {@code wholeFile} hold only if there is a
     * signature and each one is valid and the last one covers the whole file.
     */
    public static Pdfsig judge(Path pdf) {
        var said = Tool.run("pdfsig", "-nocert", pdf.toString()).said();
        var signatures = count(said, "Signature #");
        return new Pdfsig(
                signatures,
                signatures > 0 && count(said, "Signature is Valid") == signatures,
                said.contains("Total document signed"),
                said);
    }

    private static int count(String text, String phrase) {
        return text.split(Pattern.quote(phrase), -1).length - 1;
    }
}
