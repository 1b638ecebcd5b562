package org.preceptorportal.preflight;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Pages of a stranger's PDF as pictures: whatever the file holds, a browser gets only dots. Only
 * for files that {@link PdfIntake} has taken; they are read under the same guard.
 */
@ApplicationScoped
public class PdfPictures {
    private static final int DPI = 96;
    private static final int WHITE = 245;

    /**
     * @param page from 1
     * @return PNG
     * @throws IndexOutOfBoundsException when there is no such page
     */
    public byte[] page(byte[] pdf, int page) {
        return PdfReading.<Optional<byte[]>>read(
                        pdf,
                        document ->
                                page < 1 || page > document.getNumberOfPages()
                                        ? Optional.empty()
                                        : Optional.of(png(render(document, page, DPI))))
                .orElseThrow(() -> new IndexOutOfBoundsException("no page " + page));
    }

    /** How many pages there are. */
    public int pages(byte[] pdf) {
        return PdfReading.read(pdf, PDDocument::getNumberOfPages);
    }

    /**
     * For each page whether nothing stands within so many points of its foot.
     *
     * @param points height of the strip
     */
    public static boolean[] freeFeet(byte[] pdf, int points) {
        return PdfReading.read(
                pdf,
                document -> {
                    boolean[] free = new boolean[document.getNumberOfPages()];
                    for (int i = 0; i < free.length; i++) {
                        free[i] = blank(render(document, i + 1, 72), points);
                    }
                    return free;
                });
    }

    private static BufferedImage render(PDDocument document, int page, int dpi) throws IOException {
        return new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.RGB);
    }

    private static boolean blank(BufferedImage image, int points) {
        for (int y = Math.max(0, image.getHeight() - points); y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                if ((rgb >> 16 & 0xff) < WHITE
                        || (rgb >> 8 & 0xff) < WHITE
                        || (rgb & 0xff) < WHITE) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
