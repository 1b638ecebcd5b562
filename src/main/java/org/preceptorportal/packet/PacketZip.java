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
 * <p>Format: PKWARE APPNOTE 6.3, method 0, no data descriptors. Zip64 only where a plain ZIP has no
 * room: from the 65,535th file on and beyond 4 GB. A single file is below 4 GB.
 */
public final class PacketZip {
    private static final int LOCAL_HEADER = 30;
    private static final int CENTRAL_HEADER = 46;
    private static final int END = 22;
    private static final int END_64 = 56;
    private static final int LOCATOR_64 = 20;

    /** Head and one offset. */
    private static final int EXTRA_64 = 4 + 8;

    private static final int MOST_ENTRIES = 0xffff;
    private static final long MOST_BYTES = 0xffffffffL;
    private static final short PLAIN = 10;
    private static final short ZIP_64 = 45;
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
     * @throws IllegalArgumentException when a file has 4 GB or more
     */
    public PacketZip(List<Entry> entries, Instant madeAt, Function<Sha256, byte[]> read) {
        int dosTime = dosTime(madeAt);
        long at = 0;
        ByteBuffer directory = buffer(Math.toIntExact(directoryLength(entries)));
        for (Entry entry : entries) {
            if (entry.blob().size() >= MOST_BYTES) {
                throw new IllegalArgumentException("a file in a packet is limited to 4 GB");
            }
            byte[] local = localHeader(entry, dosTime);
            centralHeader(directory, entry, dosTime, at);
            at = add(at, local.length, () -> local);
            at = add(at, entry.blob().size(), () -> read.apply(entry.blob().sha256()));
        }
        end(directory, entries.size(), at);
        byte[] tail = directory.array();
        length = add(at, tail.length, () -> tail);
    }

    /** The exact length of the ZIP of these entries, in bytes. */
    static long length(List<Entry> entries) {
        long files = 0;
        for (Entry entry : entries) {
            files += local(entry);
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

    private static long local(Entry entry) {
        return LOCAL_HEADER + name(entry).length + entry.blob().size();
    }

    private static long directoryLength(List<Entry> entries) {
        long headers = 0;
        long at = 0;
        for (Entry entry : entries) {
            headers += CENTRAL_HEADER + name(entry).length + (at >= MOST_BYTES ? EXTRA_64 : 0);
            at += local(entry);
        }
        return headers + (is64(entries.size(), at, headers) ? END_64 + LOCATOR_64 : 0) + END;
    }

    private static boolean is64(int entries, long at, long headers) {
        return entries >= MOST_ENTRIES || at >= MOST_BYTES || headers >= MOST_BYTES;
    }

    private static byte[] localHeader(Entry entry, int dosTime) {
        byte[] name = name(entry);
        ByteBuffer header = buffer(LOCAL_HEADER + name.length);
        header.putInt(0x04034b50);
        header.putShort(PLAIN);
        common(header, entry, dosTime, name, 0);
        header.put(name);
        return header.array();
    }

    private static void centralHeader(ByteBuffer directory, Entry entry, int dosTime, long at) {
        byte[] name = name(entry);
        boolean far = at >= MOST_BYTES;
        directory.putInt(0x02014b50);
        // Made on Unix, so that the permissions below count.
        directory.putShort((short) (3 << 8 | (far ? ZIP_64 : PLAIN)));
        directory.putShort(far ? ZIP_64 : PLAIN);
        common(directory, entry, dosTime, name, far ? EXTRA_64 : 0);
        // Comment, disk, internal attributes.
        directory.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        directory.putInt(REGULAR_FILE_READABLE << 16);
        directory.putInt(far ? -1 : (int) at);
        directory.put(name);
        if (far) {
            directory.putShort((short) 1).putShort((short) 8).putLong(at);
        }
    }

    private static void common(
            ByteBuffer header, Entry entry, int dosTime, byte[] name, int extra) {
        // Flags, method "stored".
        header.putShort((short) 0).putShort((short) 0);
        header.putInt(dosTime);
        header.putInt((int) entry.blob().crc32());
        header.putInt((int) entry.blob().size());
        header.putInt((int) entry.blob().size());
        header.putShort((short) name.length);
        header.putShort((short) extra);
    }

    private static void end(ByteBuffer directory, int entries, long at) {
        int length = directory.position();
        if (is64(entries, at, length)) {
            end64(directory, entries, length, at);
        }
        short count = (short) Math.min(entries, MOST_ENTRIES);
        directory.putInt(0x06054b50);
        directory.putShort((short) 0).putShort((short) 0);
        directory.putShort(count).putShort(count);
        directory.putInt(length);
        directory.putInt((int) Math.min(at, MOST_BYTES));
        directory.putShort((short) 0);
    }

    private static void end64(ByteBuffer directory, int entries, int length, long at) {
        directory.putInt(0x06064b50);
        // Of this record, without what stands before.
        directory.putLong(END_64 - 12L);
        directory.putShort((short) (3 << 8 | ZIP_64)).putShort(ZIP_64);
        directory.putInt(0).putInt(0);
        directory.putLong(entries).putLong(entries);
        directory.putLong(length).putLong(at);
        directory.putInt(0x07064b50);
        directory.putInt(0).putLong(at + length).putInt(1);
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
