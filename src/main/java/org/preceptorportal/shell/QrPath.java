package org.preceptorportal.shell;

import io.nayuki.qrcodegen.QrCode;
import java.io.Serializable;

/**
 * A QR code as the path of an SVG picture, one unit a module, with the quiet zone of four modules
 * that the standard (ISO/IEC 18004) asks for.
 *
 * @param size width and height in modules, quiet zone included
 * @param path the dark modules, run by run
 */
public record QrPath(int size, String path) implements Serializable {
    private static final int QUIET = 4;

    /** The text with 15 % of redundancy: a card gets worn. */
    public static QrPath of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append(
                            "M%d,%dh%dv1h-%dz"
                                    .formatted(from + QUIET, y + QUIET, x - from, x - from));
                }
            }
        }
        return new QrPath(code.size + 2 * QUIET, path.toString());
    }
}
