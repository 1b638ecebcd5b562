package org.preceptorportal.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A packet's ZIP against one static file of its size, both sent by the portal's server. */
public final class StreamingBench {
    /** How often a packet of the demo season is in the one that is sent. */
    private static final int[] TIMES = {1, 4, 16};

    /** Until the compiler has done with what comes before the first byte, of both. */
    private static final int FIRST_BYTES = 1500;

    /** And with the rest. */
    private static final long WARM_UP_BYTES = 500_000_000;

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 15;

    private StreamingBench() {}

    /** One download. */
    private record Sent(long bytes, double firstByteMillis, double millis) {
        double megabytesPerSecond() {
            return bytes / millis / 1e3;
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (OwnPortal portal =
                OwnPortal.start(
                        Map.of(
                                "PORTAL_DEMO",
                                "true",
                                "PORTAL_ADDRESS",
                                "127.0.0.1",
                                "_JAVA_OPTIONS",
                                OwnPortal.AS_IN_PRODUCTION))) {
            measure(portal, portal.apiKey("PROGRAM_STAFF", "program@northgate.example"));
        }
    }

    private static void measure(OwnPortal portal, String key) throws Exception {
        Path pages = pages(portal);
        String one = portal.url("/api/v1/packets/" + packet(portal, 1) + ".zip");
        for (int i = 0; i < FIRST_BYTES; i++) {
            get(one, key, "bytes=0-0");
            get(portal.url("/resources/css/portal.css"), key, "bytes=0-0");
        }
        System.out.printf(
                Locale.US,
                "%n%10s %7s | %9s %9s %6s %15s | %11s %11s%n",
                "size MB",
                "files",
                "ZIP MB/s",
                "file MB/s",
                "ratio",
                "(from to)",
                "first byte",
                "of a file");
        for (int times : TIMES) {
            long packet = packet(portal, times);
            String zip = portal.url("/api/v1/packets/" + packet + ".zip");
            long size = get(zip, key).bytes();
            Path file = pages.resolve("bench-" + times + ".bin");
            write(file, size);
            String plain = portal.url("/resources/" + file.getFileName());
            List<Sent> packed = new ArrayList<>();
            List<Sent> single = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            Set<String> before = temporary(portal);
            int warmUp = (int) Math.max(WARM_UP, WARM_UP_BYTES / size);
            for (int round = -warmUp; round < ROUNDS; round++) {
                Sent first = get(round % 2 == 0 ? zip : plain, key);
                Sent second = get(round % 2 == 0 ? plain : zip, key);
                Sent ours = round % 2 == 0 ? first : second;
                Sent theirs = round % 2 == 0 ? second : first;
                if (theirs.bytes() != size || ours.bytes() != size) {
                    throw new IllegalStateException("not the same size: " + ours + " " + theirs);
                }
                if (round >= 0) {
                    packed.add(ours);
                    single.add(theirs);
                    ratios.add(ours.megabytesPerSecond() / theirs.megabytesPerSecond());
                }
            }
            Set<String> left = temporary(portal);
            left.removeAll(before);
            Collections.sort(ratios);
            System.out.printf(
                    Locale.US,
                    "%10.1f %7d | %9.0f %9.0f %6.2f    %.2f to %.2f | %8.1f ms %8.1f ms%s%n",
                    size / 1e6,
                    files(portal, packet),
                    median(packed.stream().map(Sent::megabytesPerSecond).toList()),
                    median(single.stream().map(Sent::megabytesPerSecond).toList()),
                    ratios.get(ROUNDS / 2),
                    ratios.get(0),
                    ratios.get(ROUNDS - 1),
                    median(packed.stream().map(Sent::firstByteMillis).toList()),
                    median(single.stream().map(Sent::firstByteMillis).toList()),
                    left.isEmpty() ? "" : "  TEMPORARY FILES " + left);
            Files.delete(file);
        }
        System.out.printf(
                "Medians of %d rounds after %d calls and %d MB of each to warm up; a ratio of 0.80 is"
                        + " wanted, and a first byte that does not wait for the size.%n",
                ROUNDS, FIRST_BYTES, WARM_UP_BYTES / 1_000_000);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Sent get(String address, String key) throws IOException {
        return get(address, key, null);
    }

    private static Sent get(String address, String key, String range) throws IOException {
        HttpURLConnection asked = (HttpURLConnection) new URL(address).openConnection();
        asked.setRequestProperty("Authorization", "Bearer " + key);
        if (range != null) {
            asked.setRequestProperty("Range", range);
        }
        long began = System.nanoTime();
        try (InputStream body = asked.getInputStream()) {
            byte[] buffer = new byte[64 * 1024];
            long bytes = 0;
            double first = 0;
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                if (bytes == 0) {
                    first = (System.nanoTime() - began) / 1e6;
                }
                bytes += n;
            }
            return new Sent(bytes, first, (System.nanoTime() - began) / 1e6);
        }
    }

    /** A packet with the files of a real one so many times. */
    private static long packet(OwnPortal portal, int times) throws SQLException {
        try (Connection c = portal.database();
                Statement statement = c.createStatement()) {
            long largest = number(c, "select id from packet order by letters desc, id limit 1");
            if (times == 1) {
                return largest;
            }
            long id = number(c, "select nextval('portal_id')");
            String columns =
                    text(
                            c,
                            "select string_agg(column_name, ', ' order by ordinal_position) from"
                                    + " information_schema.columns where table_name = 'packet' and"
                                    + " column_name not in ('id', 'run_id')");
            // Of a run that made none for this program.
            statement.executeUpdate(
                    "insert into packet (id, run_id, %1$s) select %2$d, (select min(u.id) from run u where"
                                    .formatted(columns, id)
                            + " not exists (select from packet k where k.run_id = u.id)), %1$s from packet where id = %2$d"
                                    .formatted(columns, largest));
            statement.executeUpdate(
                    "insert into packet_entry (packet_id, position, name, kind, learner_id, title, sha256,"
                            + " size, crc32) select %d, position + i * 100000, i || '-' || name, kind,"
                                    .formatted(id)
                            + " learner_id, title, sha256, size, crc32 from packet_entry,"
                            + " generate_series(1, %d) i where packet_id = %d"
                                    .formatted(times, largest));
            return id;
        }
    }

    private static long files(OwnPortal portal, long packet) throws SQLException {
        try (Connection c = portal.database()) {
            return number(c, "select count(*) from packet_entry where packet_id = " + packet);
        }
    }

    private static long number(Connection c, String sql) throws SQLException {
        return Long.parseLong(text(c, sql));
    }

    private static String text(Connection c, String sql) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /** Where the server has the portal's own static files. */
    private static Path pages(OwnPortal portal) throws IOException {
        try (Stream<Path> all = Files.walk(portal.data().resolve("tmp"))) {
            return all.filter(path -> path.endsWith(Path.of("WEB-INF", "web.xml")))
                    .map(path -> path.getParent().resolveSibling("resources"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no unpacked portal"));
        }
    }

    /** What lies in the server's folder for temporary files. */
    private static Set<String> temporary(OwnPortal portal) throws IOException {
        try (Stream<Path> all = Files.walk(portal.data().resolve("tmp"))) {
            Set<String> names = new TreeSet<>();
            all.filter(Files::isRegularFile).forEach(path -> names.add(path.toString()));
            return names;
        }
    }

    private static void write(Path file, long size) throws IOException {
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) (i * 31 + (i >> 8));
        }
        try (var out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
    }
}
