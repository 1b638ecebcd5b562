package org.preceptorportal.manifest;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.preceptorportal.anchor.Anchors;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.night.Ended;
import org.preceptorportal.night.NightProgram;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.ProgramJob;
import org.preceptorportal.night.RunView;
import org.preceptorportal.night.Runs;
import org.preceptorportal.seal.PortalSeal;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** The signed manifests of nights. */
@ApplicationScoped
public class Manifests {
    /** A job XML or a season's dates decide about artefacts: their hashes stand in the manifest. */
    private static final String JOBS = "/META-INF/batch-jobs/";

    private static final String SEASONS = "/seasons/seasons.json";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Runs runs;
    @Inject Blobs blobs;
    @Inject PortalSeal seal;
    @Inject Anchors anchors;
    @Inject Tenants tenants;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    private record Row(int edition, Sha256 sha256, byte[] signature, Instant signedAt) {}

    /** The nights whose end is not stated yet. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Ended> due() {
        return Ended.where(
                database,
                "not exists (select from night_manifest m where m.night_id = n.id and m.ended_at ="
                        + " n.ended_at)");
    }

    /**
     * States what a night made and signs it, in a transaction of its own.
     *
     * @return false when another node does so, or the night goes on again
     * @throws org.preceptorportal.seal.SealNotPossible when nothing could be signed; it stays due
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean write(Ended due) {
        Caller portal = Caller.portal(due.tenantId());
        try (Connection c = database.getConnection()) {
            if (!lock(c, due.nightId())) {
                return false;
            }
            NightView night = runs.night(portal, due.nightId());
            int edition = editions(c, due.nightId()) + 1;
            List<NightStatement.Part> parts = new ArrayList<>();
            ArtefactLines.Writer lines =
                    new ArtefactLines.Writer(
                            part ->
                                    parts.add(
                                            new NightStatement.Part(
                                                    blobs.put(part.bytes()).sha256().hex(),
                                                    part.lines())));
            ArtefactTables.read(c, night.runs().stream().map(RunView::id).toList(), lines);
            lines.flush();
            byte[] json = state(c, portal, night, parts).json();
            byte[] signature = seal.sign(json);
            Sha256 sha256 = blobs.put(json).sha256();
            insert(c, night, edition, sha256, signature, parts);
            audit.record(portal, "night.stated", "night", night.id(), sha256.hex());
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("the manifest cannot be kept", e);
        }
    }

    /**
     * The newest manifest of a night; empty while there is none.
     *
     * @throws org.preceptorportal.shell.NotForCaller when the night is not the caller's
     */
    @Transactional
    public Optional<ManifestView> of(Caller caller, long nightId) {
        runs.night(caller, nightId);
        return row(nightId)
                .map(
                        row -> {
                            byte[] json = blobs.read(row.sha256());
                            return new ManifestView(
                                    nightId,
                                    row.edition(),
                                    row.sha256().hex(),
                                    NightStatement.parse(json).parts().stream()
                                            .mapToLong(NightStatement.Part::lines)
                                            .sum(),
                                    row.signedAt(),
                                    seal.verify(json, row.signature()).intact());
                        });
    }

    /**
     * The manifest's own bytes.
     *
     * @throws NoManifest while there is none
     */
    @Transactional
    public byte[] json(Caller caller, long nightId) {
        return blobs.read(need(caller, nightId).sha256());
    }

    /** The detached signature over {@link #json}. */
    @Transactional
    public byte[] signature(Caller caller, long nightId) {
        return need(caller, nightId).signature();
    }

    /** The lists that the manifest vouches for, one after the other. */
    @Transactional
    public void artefacts(Caller caller, long nightId, OutputStream out) throws IOException {
        for (NightStatement.Part part : statement(caller, nightId).parts()) {
            out.write(blobs.read(new Sha256(part.sha256())));
        }
    }

    /** How the second night differs from the first. */
    @Transactional
    public ManifestDiff compare(Caller caller, long first, long second) {
        NightStatement a = statement(caller, first);
        NightStatement b = statement(caller, second);
        return ManifestDiff.of(a, b, ArtefactDiff.of(lines(a), lines(b)));
    }

    private Iterator<Artefact> lines(NightStatement of) {
        return ArtefactLines.read(
                of.parts().stream().map(NightStatement.Part::sha256).toList(),
                sha256 -> blobs.read(new Sha256(sha256)));
    }

    private NightStatement statement(Caller caller, long nightId) {
        return NightStatement.parse(json(caller, nightId));
    }

    private Row need(Caller caller, long nightId) {
        runs.night(caller, nightId);
        return row(nightId).orElseThrow(() -> new NoManifest(nightId));
    }

    private NightStatement state(
            Connection c, Caller portal, NightView night, List<NightStatement.Part> parts)
            throws SQLException {
        List<NightStatement.Job> jobs = new ArrayList<>();
        List<NightStatement.Skip> skips = new ArrayList<>();
        for (RunView run : night.runs()) {
            jobs.add(
                    new NightStatement.Job(
                            run.job(),
                            run.state().name(),
                            run.failure(),
                            run.retries().stream()
                                    .map(r -> new NightStatement.Retry(r.failure(), r.at()))
                                    .toList(),
                            run.steps().stream()
                                    .map(
                                            s ->
                                                    new NightStatement.Step(
                                                            s.step(),
                                                            s.expected(),
                                                            s.read(),
                                                            s.made(),
                                                            s.unchanged(),
                                                            s.skipped()))
                                    .toList()));
            // The view's order is by name, which the manifest does not know.
            run.skips().stream()
                    .map(s -> new NightStatement.Skip(run.job(), s.step(), s.item(), s.reason()))
                    .sorted(
                            java.util.Comparator.comparing(NightStatement.Skip::step)
                                    .thenComparing(NightStatement.Skip::item))
                    .forEach(skips::add);
        }
        return new NightStatement(
                night.id(),
                tenants.get(portal.tenantId()).code(),
                night.night(),
                night.season(),
                night.cutoff(),
                night.status(),
                night.endedAt(),
                night.onlyJob(),
                night.program() == null ? null : Long.toString(night.program()),
                night.dryRun(),
                versions(c),
                jobs,
                skips,
                anchors.of(night.runs().stream().map(RunView::id).toList()).stream()
                        .map(a -> new NightStatement.Anchored(a.number(), a.hash(), a.statement()))
                        .toList(),
                parts);
    }

    private static Map<String, String> versions(Connection c) throws SQLException {
        Map<String, String> versions = new TreeMap<>();
        versions.put("schema", schema(c));
        versions.put("program", hash(JOBS + "program.yaml"));
        versions.put("seasons", hash(SEASONS));
        versions.put("java", Integer.toString(Runtime.version().feature()));
        for (ProgramJob job : NightProgram.get().jobs()) {
            versions.put("job " + job.name(), hash(JOBS + job.name() + ".xml"));
        }
        return versions;
    }

    private static String hash(String resource) {
        try (InputStream in = Manifests.class.getResourceAsStream(resource)) {
            return Sha256.of(in.readAllBytes()).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    private static String schema(Connection c) throws SQLException {
        try (PreparedStatement select =
                        c.prepareStatement(
                                "select version from flyway_schema_history where success and version"
                                        + " is not null order by installed_rank desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : "none";
        }
    }

    // Not "for update": runs of the night refer to its row and would wait.
    private static boolean lock(Connection c, long nightId) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select 1 from night n where id = ? and status <> 'RUNNING' and not exists"
                                + " (select from night_manifest m where m.night_id = n.id and"
                                + " m.ended_at = n.ended_at) for no key update skip locked")) {
            select.setLong(1, nightId);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static int editions(Connection c, long nightId) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select coalesce(max(edition), 0) from night_manifest where night_id = ?")) {
            select.setLong(1, nightId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void insert(
            Connection c,
            NightView night,
            int edition,
            Sha256 sha256,
            byte[] signature,
            List<NightStatement.Part> parts)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into night_manifest (night_id, edition, sha256, signature, ended_at,"
                                + " signed_at) values (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, night.id());
            insert.setInt(2, edition);
            insert.setString(3, sha256.hex());
            insert.setBytes(4, signature);
            insert.setObject(5, utc(night.endedAt()));
            insert.setObject(6, utc(clock.instant()));
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into night_manifest_part (night_id, edition, position, sha256, lines)"
                                + " values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < parts.size(); i++) {
                insert.setLong(1, night.id());
                insert.setInt(2, edition);
                insert.setInt(3, i + 1);
                insert.setString(4, parts.get(i).sha256());
                insert.setInt(5, parts.get(i).lines());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Optional<Row> row(long nightId) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select edition, sha256, signature, signed_at from night_manifest"
                                        + " where night_id = ? order by edition desc limit 1")) {
            select.setLong(1, nightId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Row(
                                        row.getInt(1),
                                        new Sha256(row.getString(2)),
                                        row.getBytes(3),
                                        row.getObject(4, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the manifest cannot be read", e);
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
