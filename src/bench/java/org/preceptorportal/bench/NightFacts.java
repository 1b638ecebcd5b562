package org.preceptorportal.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a finished night left behind, read past the portal: from its tables and its files. Two
 * nights over the same data are alike if all of this is equal.
 *
 * @param artefacts one line for each row of each table that says which run made it, and of their
 *     parts, sorted; without what each night has anew
 * @param ledger one line a step: what it read, made, found unchanged and skipped
 */
public record NightFacts(List<String> artefacts, List<String> ledger) {
    /** Numbers, notes and times that each night gives anew, and its date. */
    private static final Set<String> ANEW =
            Set.of("id", "run_id", "night", "made_at", "stamp", "lifted_at", "renew_before");

    /** Sealed bytes: each has a key of its own. */
    private static final Map<String, Set<String>> SEALED =
            Map.of("archived_letter", Set.of("sha256"), "packet", Set.of("zip_size"));

    private static final String SEALED_ENTRIES = "'SIGNATURE', 'SUMS'";

    private static final Set<String> COUNTS =
            Set.of("run_step", "run_part", "run_skip", "run_retry", "reclaimed");

    /** Of the institution's newest whole night. */
    static NightFacts of(Connection c, long night) throws SQLException {
        List<String> artefacts = new ArrayList<>();
        List<String> makers =
                referringTo(c, "run").stream().filter(t -> !COUNTS.contains(t)).toList();
        Set<String> tables = new TreeSet<>(makers);
        for (String maker : makers) {
            tables.addAll(referringTo(c, maker));
        }
        for (String table : tables) {
            artefacts.addAll(lines(c, table, makers));
        }
        artefacts.sort(null);
        return new NightFacts(
                artefacts,
                column(
                        c,
                        "select r.job || ' ' || l.step || ': ' || l.read || ' read, ' || l.made ||"
                                + " ' made, ' || l.unchanged || ' unchanged, ' || l.skipped || '"
                                + " skipped' from run_ledger l join run r on r.id = l.run_id where"
                                + " r.night_id = "
                                + night
                                + " order by r.job, l.position"));
    }

    private static List<String> lines(Connection c, String table, List<String> makers)
            throws SQLException {
        Set<String> left = new TreeSet<>(ANEW);
        left.addAll(SEALED.getOrDefault(table, Set.of()));
        left.addAll(
                column(
                        c,
                        "select a.attname from pg_constraint c join pg_attribute a on a.attrelid ="
                                + " c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f' and"
                                + " c.conrelid = '"
                                + table
                                + "'::regclass and c.confrelid in ('"
                                + String.join("'::regclass, '", makers)
                                + "'::regclass)"));
        String row = "to_jsonb(t) - array['" + String.join("','", left) + "']::text[]";
        if (table.equals("packet_entry")) {
            row =
                    "case when t.kind in ("
                            + SEALED_ENTRIES
                            + ") then "
                            + row
                            + " - array['sha256','size','crc32'] else "
                            + row
                            + " end";
        }
        return column(c, "select '" + table + " ' || (" + row + ")::text from " + table + " t");
    }

    private static List<String> referringTo(Connection c, String table) throws SQLException {
        return column(
                c,
                "select distinct conrelid::regclass::text from pg_constraint where contype = 'f' and"
                        + " confrelid = '"
                        + table
                        + "'::regclass order by 1");
    }

    /** The hash of all artefacts. */
    String hash() {
        return sha256(String.join("\n", artefacts).getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
    }

    /** What is otherwise than in another night; empty when nothing is. */
    List<String> differences(NightFacts clean) {
        List<String> found = new ArrayList<>();
        if (!artefacts.equals(clean.artefacts)) {
            List<String> lost = new ArrayList<>(clean.artefacts);
            artefacts.forEach(lost::remove);
            List<String> more = new ArrayList<>(artefacts);
            clean.artefacts.forEach(more::remove);
            found.add(lost.size() + " artefacts lost or changed" + sample(lost));
            found.add(more.size() + " artefacts too many or changed" + sample(more));
        }
        if (!ledger.equals(clean.ledger)) {
            List<String> other = new ArrayList<>(ledger);
            other.removeAll(clean.ledger);
            found.add("ledger: " + other);
        }
        return found;
    }

    private static String sample(List<String> lines) {
        return lines.isEmpty()
                ? ""
                : ": " + lines.get(0).substring(0, Math.min(160, lines.get(0).length()));
    }

    /** What is wrong with the last night's rows, whatever other nights were like. */
    static List<String> brokenRows(Connection c, long night) throws SQLException {
        List<String> found = new ArrayList<>();
        found.addAll(
                column(
                        c,
                        "select 'run ' || job || ' is ' || status from run where night_id = "
                                + night
                                + " and status <> 'COMPLETED'"));
        found.addAll(
                column(
                        c,
                        "select 'step ' || l.step || ' does not sum up' from run_ledger l join run r"
                                + " on r.id = l.run_id where r.night_id = "
                                + night
                                + " and (l.read <> l.made + l.unchanged + l.skipped or l.read <>"
                                + " l.expected)"));
        found.addAll(
                column(
                        c,
                        "select 'step ' || k.step || ' lists ' || count(*) || ' skips' from run_skip"
                                + " k join run r on r.id = k.run_id join run_ledger l on l.run_id ="
                                + " k.run_id and l.step = k.step where r.night_id = "
                                + night
                                + " group by k.step, l.skipped having count(*) <> l.skipped"));
        found.addAll(
                column(
                        c,
                        "select 'packet ' || id || ' has no files' from packet k where not exists"
                                + " (select from packet_entry e where e.packet_id = k.id)"));
        found.addAll(
                column(
                        c,
                        "select 'the letter of learner ' || l.learner_id || ' was signed twice' from"
                                + " signed_letter s join letter l on l.id = s.letter_id where s.state ="
                                + " 'CURRENT' group by l.id, l.learner_id having count(*) > 1"));
        return found;
    }

    /** Rows of the store that nothing refers to. */
    static List<String> orphanRows(Connection c) throws SQLException {
        String needed =
                column(
                                c,
                                "select c.conrelid::regclass || ' x where x.' || a.attname from"
                                        + " pg_constraint c join pg_attribute a on a.attrelid ="
                                        + " c.conrelid and a.attnum = c.conkey[1] where c.contype ="
                                        + " 'f' and c.confrelid = 'blob'::regclass")
                        .stream()
                        .map(who -> "not exists (select from " + who + " = b.sha256)")
                        .collect(Collectors.joining(" and "));
        return column(c, "select 'nothing refers to ' || sha256 from blob b where " + needed);
    }

    /** What is wrong with a night's rows and with the store. */
    static List<String> broken(Connection c, long night, Path data) throws Exception {
        List<String> wrong = new ArrayList<>(brokenRows(c, night));
        wrong.addAll(brokenStore(c, data));
        return wrong;
    }

    /** The portal may be about to sign the night's manifest: only what stays wrong is wrong. */
    static List<String> brokenStore(Connection c, Path data) throws Exception {
        List<String> wrong = List.of();
        for (int i = 0; i < 20; i++) {
            wrong = new ArrayList<>(orphanRows(c));
            wrong.addAll(brokenFiles(c, data));
            if (wrong.isEmpty()) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return wrong;
    }

    /** What is wrong between the store's rows and its files. */
    static List<String> brokenFiles(Connection c, Path data) throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        Set<String> rows =
                new TreeSet<>(
                        column(
                                c,
                                "select sha256 from blob where bytes is null and bundle is null"));
        Set<String> bundles = bundles(c);
        for (Path file : files(data)) {
            String name = file.getFileName().toString();
            if (!rows.remove(name) && !bundles.remove(name)) {
                found.add("no row names the file " + name);
            } else if (name.length() == 64 && !sha256(Files.readAllBytes(file)).equals(name)) {
                found.add("the file is not what its name says: " + name);
            }
        }
        rows.addAll(bundles);
        rows.forEach(name -> found.add("the file is lost: " + name));
        found.addAll(brokenBundles(c, data));
        found.addAll(
                column(
                        c,
                        "select 'the row is not what its name says: ' || sha256 from blob where"
                                + " bytes is not null and encode(sha256(bytes), 'hex') <> sha256"));
        return found;
    }

    /** The names of files in which several documents lie. */
    static Set<String> bundles(Connection c) throws SQLException {
        return new TreeSet<>(
                column(c, "select distinct bundle::text from blob where bundle is not null"));
    }

    private static List<String> brokenBundles(Connection c, Path data)
            throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        try (Statement statement = c.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select sha256, bundle, place, size from blob where bundle is not"
                                        + " null order by bundle, place")) {
            while (row.next()) {
                byte[] bytes = new byte[row.getInt(4)];
                Path file = data.resolve("blobs").resolve("bundles").resolve(row.getString(2));
                if (Files.exists(file)) {
                    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
                        open.seek(row.getLong(3));
                        open.readFully(bytes);
                    } catch (EOFException e) {
                        found.add("a bundle is too short for " + row.getString(1));
                    }
                    if (!sha256(bytes).equals(row.getString(1))) {
                        found.add("a bundle has other bytes for " + row.getString(1));
                    }
                }
            }
        }
        return found;
    }

    static List<Path> files(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("blobs"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    static List<String> column(Connection c, String sql) throws SQLException {
        try (Statement statement = c.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
