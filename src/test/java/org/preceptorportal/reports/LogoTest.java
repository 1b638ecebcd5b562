package org.preceptorportal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preceptorportal.judges.VeraPdf;
import org.preceptorportal.reports.UnreadableLogo.Reason;

/** What may be a logo, and how a letter with one is printed. */
class LogoTest {
    private final LetterPrinter printer = new LetterPrinter();

    @ParameterizedTest
    @CsvSource({
        "png, 2", "jpeg, 1", "png, 10", "jpg, 5", "png, 6",
    })
    void printsLogosOfEveryKindAsFigures(String format, int type) throws IOException {
        Logo logo = Logo.read(file(picture(900, 400, type), format));
        LetterPage page = withLogo(logo);
        byte[] pdf = printer.original(page).pdf();
        PdfText.keep("letter-logo-" + format + type, pdf);
        assertThat(VeraPdf.failures(pdf, "2a")).isEmpty();
        assertThat(VeraPdf.failures(pdf, "ua1")).isEmpty();
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).contains("/Figure", "/Image");
        assertThat(PdfText.of(pdf)).contains("Lakeshore Regional Medical Center");
        assertThat(printer.original(page).pdf()).isEqualTo(pdf);
        assertThat(printer.uploadCopy(page).pdf()).hasSizeLessThan(500_000);
        assertThat(ImageIO.getUseCache()).as("no temporary file is written").isFalse();
    }

    @Test
    void keepsPhotographsSmall() throws IOException {
        BufferedImage noise = new BufferedImage(2000, 1000, BufferedImage.TYPE_INT_RGB);
        Random chance = new Random(1);
        for (int x = 0; x < 2000; x++) {
            for (int y = 0; y < 1000; y++) {
                noise.setRGB(x, y, chance.nextInt());
            }
        }
        byte[] jpeg = file(noise, "jpeg");
        Logo logo = Logo.read(jpeg);
        assertThat(logo.mediaType()).isEqualTo("image/jpeg");
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(logo.bytes()));
        assertThat(kept.getHeight()).isEqualTo(225);
        assertThat(printer.uploadCopy(withLogo(logo)).pdf()).hasSizeLessThan(300_000);
    }

    @Test
    void readsWhatItWroteAndForgetsWhatWasHidden() throws IOException {
        byte[] png = file(picture(300, 100, BufferedImage.TYPE_INT_ARGB), "png");
        byte[] with = Arrays.copyOf(png, png.length + 7);
        System.arraycopy("<script".getBytes(StandardCharsets.UTF_8), 0, with, png.length, 7);
        Logo logo = Logo.read(with);
        assertThat(new String(logo.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("<script");
        assertThat(new Logo(logo.bytes())).isEqualTo(logo);
        assertThat(logo.mediaType()).isEqualTo("image/png");
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        refused("%PDF-1.7".getBytes(StandardCharsets.UTF_8), Reason.OTHER_FORMAT);
        refused("<svg xmlns='x'/>".getBytes(StandardCharsets.UTF_8), Reason.OTHER_FORMAT);
        refused(new byte[0], Reason.OTHER_FORMAT);
        refused(new byte[Logo.LARGEST_FILE + 1], Reason.TOO_LARGE);
        byte[] png = file(picture(300, 100, BufferedImage.TYPE_INT_RGB), "png");
        refused(Arrays.copyOf(png, png.length / 2), Reason.DAMAGED);
        refused(Arrays.copyOf(png, 10), Reason.DAMAGED);
        refused(file(picture(3001, 20, BufferedImage.TYPE_BYTE_GRAY), "png"), Reason.TOO_LARGE);
        refused(file(picture(8, 8, BufferedImage.TYPE_INT_RGB), "png"), Reason.TOO_SMALL);
    }

    private static void refused(byte[] file, Reason reason) {
        assertThatThrownBy(() -> Logo.read(file))
                .isInstanceOfSatisfying(
                        UnreadableLogo.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static LetterPage withLogo(Logo logo) {
        LetterPage page = Letters.of("Linh Nguyễn", null, Letters.shortBody("Linh Nguyễn"));
        Letterhead head = page.letterhead();
        return new LetterPage(
                page.date(),
                new Letterhead(
                        head.institution(),
                        head.addressLines(),
                        head.phone(),
                        head.email(),
                        Optional.of(logo)),
                page.authorName(),
                page.authorTitle(),
                page.learnerName(),
                page.learnerLatinName(),
                page.specialty(),
                page.body(),
                List.of(),
                page.waiverStatement(),
                page.signedBy(),
                page.verify());
    }

    private static BufferedImage picture(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x0b6158));
        pen.fillOval(0, 0, Math.min(width, height), Math.min(width, height));
        pen.dispose();
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }
}
