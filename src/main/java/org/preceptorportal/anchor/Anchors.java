package org.preceptorportal.anchor;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The kept anchors, rows and files (AN-1, AN-3). */
@ApplicationScoped
public class Anchors {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    /**
     * What is kept of an institution's anchors.
     *
     * @param good in the order of their numbers; one that was kept differently in row and file
     *     stands there twice
     * @param bad numbers of rows and files that are no anchors
     */
    record Kept(List<Anchor> good, List<Long> bad) {
        Optional<Anchor> newest() {
            return good.isEmpty() ? Optional.empty() : Optional.of(good.get(good.size() - 1));
        }
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Kept of(long tenantId) {
        // Which of row and file is the true one is for the time-stamp to say.
        SortedMap<Long, List<Anchor>> good = new TreeMap<>();
        List<Long> bad = new ArrayList<>();
        rows(tenantId).forEach((number, anchor) -> sort(number, anchor, good, bad));
        files(tenantId).forEach((number, anchor) -> sort(number, anchor, good, bad));
        return new Kept(good.values().stream().flatMap(List::stream).toList(), bad);
    }

    /**
     * An anchor that a run made.
     *
     * @param number of the newest event then
     * @param hash of that event
     * @param statement hash of what the time-stamp is over
     */
    public record Made(long number, String hash, String statement) {}

    /** What these runs anchored. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Made> of(Collection<Long> runs) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select number, hash, encode(sha256(convert_to(statement, 'UTF8')),"
                                        + " 'hex') from audit_anchor where run_id = any (?) order by"
                                        + " number")) {
            select.setArray(1, c.createArrayOf("bigint", runs.toArray()));
            List<Made> made = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    made.add(new Made(row.getLong(1), row.getString(2), row.getString(3)));
                }
            }
            return made;
        } catch (SQLException e) {
            throw new IllegalStateException("the anchors cannot be read", e);
        }
    }

    private static void sort(
            long number, Optional<Anchor> anchor, Map<Long, List<Anchor>> good, List<Long> bad) {
        if (anchor.isEmpty() || anchor.get().said().number() != number) {
            bad.add(number);
            return;
        }
        List<Anchor> same = good.computeIfAbsent(number, n -> new ArrayList<>());
        if (same.stream().noneMatch(a -> a.statement().equals(anchor.get().statement()))) {
            same.add(anchor.get());
        }
    }

    private SortedMap<Long, Optional<Anchor>> files(long tenantId) {
        try {
            return folder(tenantId).read();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of anchors cannot be read", e);
        }
    }

    private SortedMap<Long, Optional<Anchor>> rows(long tenantId) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select number, hash, statement, token from audit_anchor where"
                                        + " tenant_id = ?")) {
            select.setLong(1, tenantId);
            SortedMap<Long, Optional<Anchor>> all = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String hash = row.getString(2);
                    all.put(
                            row.getLong(1),
                            Anchor.read(row.getString(3), row.getBytes(4))
                                    .filter(a -> a.said().hash().equals(hash)));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the anchors cannot be read", e);
        }
    }

    /** Keeps an anchor: the file now, the row in the running transaction (AN-3). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(long tenantId, long runId, Anchor anchor) {
        try {
            folder(tenantId).write(anchor);
        } catch (IOException e) {
            throw new UncheckedIOException("the anchor's file cannot be written", e);
        }
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into audit_anchor (tenant_id, number, hash, night, statement,"
                                        + " token, run_id) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, tenantId);
            insert.setLong(2, anchor.said().number());
            insert.setString(3, anchor.said().hash());
            insert.setObject(4, anchor.said().night());
            insert.setString(5, anchor.statement());
            insert.setBytes(6, anchor.token());
            insert.setLong(7, runId);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the anchor cannot be listed", e);
        }
    }

    private AnchorFolder folder(long tenantId) {
        return new AnchorFolder(Path.of(data), tenantId);
    }
}
