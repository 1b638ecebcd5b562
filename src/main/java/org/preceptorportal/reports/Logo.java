package org.preceptorportal.reports;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The picture of a letterhead: opaque RGB, small, in one of two formats. What people upload is
 * never printed as it came: {@link #read} decodes it and draws it anew, so neither metadata, color
 * profiles, transparency nor trailing bytes reach a letter.
 */
public record Logo(byte[] bytes) {
    /** Largest file that is read, in bytes. */
    public static final int LARGEST_FILE = 2_000_000;

    /** Longest side that is decoded, in pixels: a small file can hold a huge picture. */
    public static final int LONGEST_SIDE = 3_000;

    /** 300 dots an inch in the room that a letterhead gives it. */
    private static final int WIDTH = 750;

    private static final int HEIGHT = 225;

    /** A larger PNG is a photograph: JPEG says the same with less. */
    private static final int LARGEST_PNG = 80_000;

    private static final float QUALITY = .9f;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    /**
     * @param bytes as {@link #read} gave them before
     * @throws IllegalArgumentException when they are neither PNG nor JPEG
     */
    public Logo {
        if (format(bytes) == null) {
            throw new IllegalArgumentException("No logo of ours");
        }
        bytes = bytes.clone();
    }

    /**
     * Reads what a person chose as a logo.
     *
     * @throws UnreadableLogo when it is no PNG or JPEG, too large, too small or damaged
     */
    public static Logo read(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw new UnreadableLogo(UnreadableLogo.Reason.TOO_LARGE);
        }
        BufferedImage small = small(decode(file));
        try {
            byte[] png = write(small, "png");
            return new Logo(png.length <= LARGEST_PNG ? png : write(small, "jpeg"));
        } catch (IOException e) {
            throw new UnreadableLogo(UnreadableLogo.Reason.DAMAGED);
        }
    }

    /** To keep, or to show as {@link #mediaType}. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public String mediaType() {
        return "image/" + format(bytes);
    }

    private static String format(byte[] file) {
        if (starts(file, PNG)) {
            return "png";
        }
        return starts(file, JPEG) ? "jpeg" : null;
    }

    private static boolean starts(byte[] file, byte[] magic) {
        return file.length >= magic.length
                && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }

    private static BufferedImage decode(byte[] file) {
        String format = format(file);
        if (format == null) {
            throw new UnreadableLogo(UnreadableLogo.Reason.OTHER_FORMAT);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        // In memory: the default keeps uploads in temporary files.
        try (MemoryCacheImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
                throw new UnreadableLogo(UnreadableLogo.Reason.TOO_LARGE);
            }
            if (width < 16 || height < 16) {
                throw new UnreadableLogo(UnreadableLogo.Reason.TOO_SMALL);
            }
            return reader.read(0);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadableLogo(UnreadableLogo.Reason.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    /** On white, as the paper is, and never larger than it was. */
    private static BufferedImage small(BufferedImage image) {
        double scale =
                Math.min(
                        1,
                        Math.min(
                                (double) WIDTH / image.getWidth(),
                                (double) HEIGHT / image.getHeight()));
        BufferedImage from = onWhite(image, image.getWidth(), image.getHeight());
        // Halving first: a single large step would skip most of the pixels.
        while (scale < .5) {
            from =
                    onWhite(
                            from,
                            Math.max(1, from.getWidth() / 2),
                            Math.max(1, from.getHeight() / 2));
            scale *= 2;
        }
        return onWhite(
                from,
                (int) Math.max(1, Math.round(from.getWidth() * scale)),
                (int) Math.max(1, Math.round(from.getHeight() * scale)));
    }

    private static BufferedImage onWhite(BufferedImage image, int width, int height) {
        BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return paper;
    }

    private static byte[] write(BufferedImage image, String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logo logo && Arrays.equals(bytes, logo.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Logo[" + bytes.length + " bytes]";
    }
}
