package org.preceptorportal.picture;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages of our own PDFs as PNG pictures (PI-1 to PI-3). */
@ApplicationScoped
public class PagePictures {
    private static final int POINTS_AN_INCH = 72;

    /** Speed before size: a picture is looked at once. */
    private static final float FAST = .8f;

    /**
     * @param page from 1
     * @param dpi dots an inch
     * @throws IndexOutOfBoundsException when there is no such page
     */
    public byte[] page(byte[] pdf, int page, int dpi) {
        return png(render(pdf, page, dpi));
    }

    /**
     * A strip of the first page, as wide as the page.
     *
     * @param from its upper edge, in points from the top of the page
     * @param to its lower edge
     */
    public byte[] strip(byte[] pdf, int dpi, int from, int to) {
        BufferedImage whole = render(pdf, 1, dpi);
        int top = from * dpi / POINTS_AN_INCH;
        int bottom = Math.min(whole.getHeight(), to * dpi / POINTS_AN_INCH);
        return png(whole.getSubimage(0, top, whole.getWidth(), bottom - top));
    }

    private static BufferedImage render(byte[] pdf, int page, int dpi) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new IndexOutOfBoundsException("no page " + page);
            }
            return new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.RGB);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a PDF of ours", e);
        }
    }

    private static byte[] png(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream(128 * 1024);
        try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(FAST);
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new IllegalStateException("a picture cannot be written", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
