package org.preceptorportal.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.Document;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A judge that lets everything pass proves nothing. */
class JudgesTest {
    @TempDir Path folder;

    @Test
    void allFindTheFaultsOfAnUnsignedPlainFile() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var document = new Document()) {
            PdfWriter.getInstance(document, bytes);
            document.open();
            document.add(new Paragraph("No embedded font, no tags, no signature"));
        }
        var pdf = bytes.toByteArray();
        var file = Files.write(folder.resolve("plain.pdf"), pdf);

        assertThat(VeraPdf.failures(pdf, "2a")).anyMatch(f -> f.startsWith("6.2.11.4.1-1: "));
        assertThat(VeraPdf.failures(pdf, "3b")).isNotEmpty();
        assertThat(VeraPdf.failures(pdf, "ua1")).isNotEmpty();
        assertThat(Pdfsig.judge(file).valid()).isFalse();
        assertThat(Pdfsig.judge(file).wholeFile()).isFalse();
        assertThatThrownBy(() -> Dss.judge(pdf, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Qpdf.check(file).sound()).isTrue();
        Files.write(file, "not a PDF".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(Qpdf.check(file).sound()).isFalse();
    }
}
