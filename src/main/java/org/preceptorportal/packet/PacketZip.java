package org.preceptorportal.packet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Sha256;

/**
 * A ZIP that is never stored. Its entries are not compressed (PDFs hardly shrink), and their sizes
 * and checksums are known, so every byte's place is known before the first is sent: the length is
 * exact, and any range can be sent by reading only the files it touches (PK-5).
 *
 * <p>What is read is checked before any of it is sent. So while some is sent, what follows is read:
 * by other threads where they are free, else by the sender when it comes to it.
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

    /** So much is read at once, unless one file is larger. */
    private static final int AT_ONCE = 256 << 10;

    /** So often at most ahead of what is being sent, in one download. */
    private static final int AHEAD = 4;

    /** So many files are looked for at once. */
    private static final int LOOKED_FOR = 64;

    /** Where kept files are read. */
    public interface Kept {
        /**
         * Says which files are read soon, each once before it is read, in the thread that sends.
         * Only there may be asked where they are.
         */
        default void soon(List<Sha256> names) {}

        /**
         * Reads a file that is checked against its name.
         *
         * @param length of the whole file
         * @throws org.preceptorportal.store.BlobDamaged when it is gone or altered
         */
        void read(Sha256 name, byte[] into, int at, int length);
    }

    private interface Source {
        void read(byte[] into, int at);
    }

    /**
     * @param name of a kept file; null for what is made here
     */
    private record Piece(long start, long length, Sha256 name, Source source) {
        long end() {
            return start + length;
        }
    }

    /** Pieces in a row that are read together: by whoever comes first, once. */
    private static final class Load extends FutureTask<byte[]> {
        private final long start;
        private final long end;

        Load(List<Piece> pieces, byte[] into) {
            super(() -> read(pieces, into));
            start = pieces.get(0).start();
            end = pieces.get(pieces.size() - 1).end();
        }

        private static byte[] read(List<Piece> pieces, byte[] into) {
            int at = 0;
            for (Piece piece : pieces) {
                piece.source().read(into, at);
                at += (int) piece.length();
            }
            return into;
        }

        /** The bytes go out, and their place is free again. */
        byte[] write(OutputStream out, long from, long until) throws IOException {
            byte[] bytes = bytes();
            long first = Math.max(from, start);
            out.write(bytes, (int) (first - start), (int) (Math.min(until, end) - first));
            return bytes;
        }

        private byte[] bytes() throws IOException {
            run();
            try {
                return get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException known) {
                    throw known;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the server ends");
            }
        }
    }

    private final Kept kept;
    private final Executor threads;
    private final Semaphore room;
    private final List<Piece> pieces = new ArrayList<>();
    private final long length;

    /**
     * @param madeAt the time of all entries, in UTC
     * @param threads to read ahead with; may leave undone what it has no time for
     * @param room how often all downloads together may read ahead
     * @throws IllegalArgumentException when a file has 4 GB or more
     */
    public PacketZip(
            List<Entry> entries, Instant madeAt, Kept kept, Executor threads, Semaphore room) {
        this.kept = kept;
        this.threads = threads;
        this.room = room;
        int dosTime = dosTime(madeAt);
        long at = 0;
        ByteBuffer directory = buffer(Math.toIntExact(directoryLength(entries)));
        for (Entry entry : entries) {
            if (entry.blob().size() >= MOST_BYTES) {
                throw new IllegalArgumentException("a file in a packet is limited to 4 GB");
            }
            byte[] local = localHeader(entry, dosTime);
            centralHeader(directory, entry, dosTime, at);
            at = add(at, local);
            at = add(at, entry.blob());
        }
        end(directory, entries.size(), at);
        length = add(at, directory.array());
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
        part(from, until).write(out);
    }

    /** A part of the ZIP to write later; what comes first is read meanwhile. */
    public Part part(long from, long until) {
        return new Part(from, until);
    }

    /** To be written once. Nothing needs to be given back if it never is. */
    public final class Part {
        private final long from;
        private final long until;
        private final Deque<List<Piece>> open;
        private int lookedFor;
        private final Deque<Load> begun = new ArrayDeque<>();
        // Filled again and again: memory that the processor still has at hand.
        private final Deque<byte[]> free = new ArrayDeque<>();

        private Part(long from, long until) {
            this.from = from;
            this.until = until;
            open = together(from, until);
            if (!open.isEmpty()) {
                begin();
            }
        }

        private void begin() {
            if (lookedFor == 0) {
                lookFor();
            }
            lookedFor--;
            Load next = load(open.remove(), open.isEmpty(), free);
            begun.add(next);
            threads.execute(next);
        }

        /** For some loads at once: a question for each would be one for every two files. */
        private void lookFor() {
            List<Sha256> names = new ArrayList<>();
            for (List<Piece> load : open) {
                load.stream().map(Piece::name).filter(Objects::nonNull).forEach(names::add);
                lookedFor++;
                if (names.size() >= LOOKED_FOR) {
                    break;
                }
            }
            kept.soon(names);
        }

        /**
         * @throws org.preceptorportal.store.BlobDamaged when a kept file is gone or altered
         */
        public void write(OutputStream out) throws IOException {
            int ahead = ahead(open.size());
            try {
                while (!open.isEmpty() || !begun.isEmpty()) {
                    while (!open.isEmpty()
                            && (begun.isEmpty()
                                    // Never two large files at once.
                                    || begun.size() <= ahead && size(open.peek()) <= AT_ONCE)) {
                        begin();
                    }
                    byte[] sent = begun.remove().write(out, from, until);
                    if (sent.length == AT_ONCE) {
                        free.add(sent);
                    }
                }
            } finally {
                // The client may have gone.
                begun.forEach(load -> load.cancel(false));
                room.release(ahead);
            }
        }
    }

    /** Takes room to read ahead: what is read is held until a slow client has taken it. */
    private int ahead(int wanted) {
        int ahead = Math.max(0, Math.min(AHEAD, wanted));
        while (!room.tryAcquire(ahead)) {
            ahead--;
        }
        return ahead;
    }

    private static Load load(List<Piece> pieces, boolean last, Deque<byte[]> free) {
        int length = Math.toIntExact(size(pieces));
        byte[] into =
                length > AT_ONCE || free.isEmpty()
                        ? new byte[last ? length : Math.max(length, AT_ONCE)]
                        : free.remove();
        return new Load(pieces, into);
    }

    /** What is touched, cut into what is read at once. */
    private Deque<List<Piece>> together(long from, long until) {
        Deque<List<Piece>> all = new ArrayDeque<>();
        long room = 0;
        for (Piece piece : pieces) {
            if (Math.max(from, piece.start()) < Math.min(until, piece.end())) {
                room -= piece.length();
                if (room < 0) {
                    all.add(new ArrayList<>());
                    room = AT_ONCE - piece.length();
                }
                all.getLast().add(piece);
            }
        }
        return all;
    }

    private static long size(List<Piece> pieces) {
        return pieces.get(pieces.size() - 1).end() - pieces.get(0).start();
    }

    private long add(long at, byte[] bytes) {
        return add(
                at,
                bytes.length,
                null,
                (into, to) -> System.arraycopy(bytes, 0, into, to, bytes.length));
    }

    private long add(long at, Blob file) {
        return add(
                at,
                file.size(),
                file.sha256(),
                (into, to) -> kept.read(file.sha256(), into, to, Math.toIntExact(file.size())));
    }

    private long add(long at, long size, Sha256 name, Source source) {
        pieces.add(new Piece(at, size, name, source));
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
