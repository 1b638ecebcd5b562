package org.preceptorportal.reports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The table of widths in a reduced TrueType font. The library takes the glyphs out and leaves all
 * their widths, which are a third of what is then embedded.
 */
final class Widths {
    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;

    private final ByteBuffer font;
    private final Map<String, Integer> entries = new HashMap<>();

    private Widths(byte[] bytes) {
        font = ByteBuffer.wrap(bytes);
        byte[] tag = new byte[4];
        for (int i = 0; i < font.getShort(4); i++) {
            font.get(DIRECTORY + i * ENTRY, tag);
            entries.put(new String(tag, StandardCharsets.US_ASCII), DIRECTORY + i * ENTRY);
        }
    }

    /**
     * Sets to nothing the widths of glyphs that the font no longer draws.
     *
     * @param used glyphs that are shown, some of which have no shape, such as a space
     */
    static void forgetOthers(byte[] font, BitSet used) {
        new Widths(font).forgetOthers(used);
    }

    private void forgetOthers(BitSet used) {
        int table = start("hmtx");
        int count = font.getShort(start("hhea") + 34) & 0xffff;
        // Glyph 0 stands for what is missing.
        for (int glyph = 1; glyph < count; glyph++) {
            if (place(glyph) == place(glyph + 1) && !used.get(glyph)) {
                font.putInt(table + 4 * glyph, 0);
            }
        }
        sum("hmtx");
    }

    private int place(int glyph) {
        boolean wide = font.getShort(start("head") + 50) == 1;
        return wide
                ? font.getInt(start("loca") + 4 * glyph)
                : font.getShort(start("loca") + 2 * glyph) & 0xffff;
    }

    private int start(String table) {
        return font.getInt(entries.get(table) + 8);
    }

    private void sum(String table) {
        int length = font.getInt(entries.get(table) + 12);
        int sum = 0;
        for (int i = 0; i < length / 4; i++) {
            sum += font.getInt(start(table) + 4 * i);
        }
        font.putInt(entries.get(table) + 4, sum);
    }
}
