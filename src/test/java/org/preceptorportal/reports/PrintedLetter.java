package org.preceptorportal.reports;

import java.util.List;

/** A printed letter for the tests of other rooms. */
public final class PrintedLetter {
    private PrintedLetter() {}

    /** An original, not yet sealed. */
    public static byte[] original() {
        return new LetterPrinter()
                .original(
                        Letters.of(
                                "José Ñandú",
                                null,
                                new LetterBody(
                                        List.of(
                                                new Paragraph(
                                                        List.of(Run.of("I recommend him.")))))))
                .pdf();
    }
}
