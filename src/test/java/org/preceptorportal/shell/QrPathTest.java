package org.preceptorportal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPathTest {
    private static final String ADDRESS =
            "https://portal.example/evaluation/encounter?card=0123456789ABCDEFGHJKMNPQRS";
    private static final Pattern RUN = Pattern.compile("M(\\d+),(\\d+)h(\\d+)v1h-(\\d+)z");

    @Test
    void drawsEveryDarkModuleAndNoOther() {
        QrCode code = QrCode.encodeText(ADDRESS, QrCode.Ecc.MEDIUM);
        QrPath picture = QrPath.of(ADDRESS);
        assertThat(picture.size()).isEqualTo(code.size + 8);
        boolean[][] drawn = new boolean[picture.size()][picture.size()];
        Matcher run = RUN.matcher(picture.path());
        int end = 0;
        while (run.find()) {
            assertThat(run.start()).isEqualTo(end);
            end = run.end();
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                drawn[Integer.parseInt(run.group(2))][Integer.parseInt(run.group(1)) + i] = true;
            }
        }
        assertThat(end).isEqualTo(picture.path().length());
        for (int y = 0; y < picture.size(); y++) {
            for (int x = 0; x < picture.size(); x++) {
                assertThat(drawn[y][x]).isEqualTo(code.getModule(x - 4, y - 4));
            }
        }
    }
}
