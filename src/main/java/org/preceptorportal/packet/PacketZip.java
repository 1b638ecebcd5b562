package org.preceptorportal.packet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.preceptorportal.store.Sha256;

/**
 * A ZIP that is never stored. Its entries are not compressed (PDFs hardly shrink), and their sizes
 * and checksums are known, so every byte's place is known before the first is sent: the length is
 * exact, and any range can be sent by reading only the files it touches (PK-5).
 *
 * <p>Format: PKWARE APPNOTE 6.3, method 0, no data descriptors, no Zip64.
 */
public final class PacketZip {
    private static final int LOCAL_HEADER = 30;
    private static final int CENTRAL_HEADER = 46;
    private static final int END = 22;
    private static final int MOST_ENTRIES = 0xffff;
    private static final long MOST_BYTES = 0xffffffffL;
    private static final short VERSION = 10;
    private static final int REGULAR_FILE_READABLE = 0100644;

    private interface Source {
        byte[] bytes();
    }

    private record Piece(long start, long length, Source source) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final long length;

    /**
     * @param madeAt the time of all entries, in UTC
     * @param read gives a kept file's bytes, checked against their name
     * @throws IllegalArgumentException when the packet is too big for a plain ZIP
     */
    public PacketZip(List<Entry> entries, Instant madeAt, Function<Sha256, byte[]> read) {
        if (!fits(entries)) {
            throw new IllegalArgumentException("a packet is limited to 4 GB and 65,534 files");
        }
        int dosTime = dosTime(madeAt);
        long at = 0;
        ByteBuffer directory = buffer(directoryLength(entries));
        for (Entry entry : entries) {
            byte[] local = localHeader(entry, dosTime);
            centralHeader(directory, entry, dosTime, at);
            at = add(at, local.length, () -> local);
            at = add(at, entry.blob().size(), () -> read.apply(entry.blob().sha256()));
        }
        end(directory, entries.size(), at);
        byte[] tail = directory.array();
        length = add(at, tail.length, () -> tail);
    }

    /** True when a plain ZIP can hold these entries: below 4 GB, at most 65,534 files. */
    static boolean fits(List<Entry> entries) {
        return entries.size() < MOST_ENTRIES && length(entries) < MOST_BYTES;
    }

    /** The exact length of the ZIP of these entries, in bytes. */
    static long length(List<Entry> entries) {
        long files = 0;
        for (Entry entry : entries) {
            files += LOCAL_HEADER + name(entry).length + entry.blob().size();
        }
        return files + directoryLength(entries);
    }

    public long length() {
        return length;
    }

    /**
     * Writes a part of the ZIP.
     *
     * @param from first byte, from 0
     * @param until one after the last
     * @throws org.preceptorportal.store.BlobDamaged when a kept file is gone or altered
     */
    public void write(OutputStream out, long from, long until) throws IOException {
        for (Piece piece : pieces) {
            long first = Math.max(from, piece.start());
            long end = Math.min(until, piece.start() + piece.length());
            if (first < end) {
                byte[] bytes = piece.source().bytes();
                out.write(bytes, (int) (first - piece.start()), (int) (end - first));
            }
        }
    }

    private long add(long at, long size, Source source) {
        pieces.add(new Piece(at, size, source));
        return at + size;
    }

    private static int directoryLength(List<Entry> entries) {
        return END + entries.stream().mapToInt(e -> CENTRAL_HEADER + name(e).length).sum();
    }

    private static byte[] localHeader(Entry entry, int dosTime) {
        byte[] name = name(entry);
        ByteBuffer header = buffer(LOCAL_HEADER + name.length);
        header.putInt(0x04034b50);
        header.putShort(VERSION);
        common(header, entry, dosTime, name);
        header.put(name);
        return header.array();
    }

    private static void centralHeader(ByteBuffer directory, Entry entry, int dosTime, long at) {
        byte[] name = name(entry);
        directory.putInt(0x02014b50);
        // Made on Unix, so that the permissions below count.
        directory.putShort((short) (3 << 8 | VERSION));
        directory.putShort(VERSION);
        common(directory, entry, dosTime, name);
        // Comment, disk, internal attributes.
        directory.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        directory.putInt(REGULAR_FILE_READABLE << 16);
        directory.putInt((int) at);
        directory.put(name);
    }

    private static void common(ByteBuffer header, Entry entry, int dosTime, byte[] name) {
        // Flags, method "stored".
        header.putShort((short) 0).putShort((short) 0);
        header.putInt(dosTime);
        header.putInt((int) entry.blob().crc32());
        header.putInt((int) entry.blob().size());
        header.putInt((int) entry.blob().size());
        header.putShort((short) name.length);
        header.putShort((short) 0);
    }

    private static void end(ByteBuffer directory, int entries, long at) {
        int length = directory.position();
        directory.putInt(0x06054b50);
        directory.putShort((short) 0).putShort((short) 0);
        directory.putShort((short) entries).putShort((short) entries);
        directory.putInt(length);
        directory.putInt((int) at);
        directory.putShort((short) 0);
    }

    private static byte[] name(Entry entry) {
        byte[] name = entry.name().getBytes(StandardCharsets.US_ASCII);
        if (!Arrays.equals(name, entry.name().getBytes(StandardCharsets.UTF_8))) {
            throw new IllegalArgumentException("names in a packet are ASCII");
        }
        return name;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int dosTime(Instant moment) {
        LocalDateTime t = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        int date = t.getYear() - 1980 << 9 | t.getMonthValue() << 5 | t.getDayOfMonth();
        int time = t.getHour() << 11 | t.getMinute() << 5 | t.getSecond() / 2;
        return date << 16 | time;
    }
}
