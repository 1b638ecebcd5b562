package org.preceptorportal.judges;

import java.nio.file.Path;

/** {@code qpdf --check}: syntax of cross-references and streams; it knows nothing of signatures. */
public record Qpdf(boolean sound, String said) {

    public static Qpdf check(Path pdf) {
        var tool = Tool.run("qpdf", "--check", pdf.toString());
        return new Qpdf(tool.exit() == 0, tool.said());
    }
}
