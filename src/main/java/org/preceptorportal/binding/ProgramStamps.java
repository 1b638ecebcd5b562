package org.preceptorportal.binding;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.reports.ApplicantFilePrinter;
import org.preceptorportal.season.LetterPractices;
import org.preceptorportal.season.PacketPractices;
import org.preceptorportal.season.PacketRules;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Words;
import org.preceptorportal.shell.database.Values;
import org.preceptorportal.store.Sha256;

/**
 * Hashes of all that a program's files and packet are made of, computed by the database for all
 * programs at once (BI-7). An equal stamp says that the inputs are equal; an unequal one says only
 * that they must be read.
 */
@ApplicationScoped
public class ProgramStamps {
    // What Applicants takes in: keep the two together.
    private static final String STAMPS =
            "with released as (select r.*, g.channel as service"
                    + " from letter_release r join program g on g.id = r.program_id"
                    + " where r.tenant_id = ? and r.season = ? and r.released_at <= ?%s),"
                    + " report as (select distinct on (s.learner_id) s.learner_id, s.pdf_sha256"
                    + " from skill_report s join run u on u.id = s.run_id"
                    + " join night n on n.id = u.night_id where s.tenant_id = ?"
                    + " and n.cutoff <= ? and s.learner_id in (select learner_id from released where with_report)"
                    + " order by s.learner_id, n.cutoff desc, s.id desc),"
                    + " upload as (select distinct on (letter_id, channel) * from letter_upload"
                    + " where tenant_id = ? and recorded_at <= ?"
                    + " order by letter_id, channel, recorded_at desc, id desc),"
                    // Hashed before they are put in order: whole rows would not fit into memory.
                    + " said as materialized (select r.program_id, r.learner_id, r.id,"
                    + " s.id as version, sha256(record_send(row(r.id, r.with_report,"
                    + " r.released_at, r.channel, l.id, l.waived, s.id, s.author_name, s.signed_at,"
                    + " s.verify_code, s.original_sha256, s.upload_sha256, p.id, p.code, p.full_name,"
                    + " p.latin_name, p.aamc_id, p.medical_school, n.pdf_sha256, d.id))) as letter"
                    + " from released r join letter l on l.id = r.letter_id"
                    + " join signed_letter s on s.letter_id = l.id"
                    + " join learner p on p.id = r.learner_id"
                    + " left join report n on n.learner_id = r.learner_id and r.with_report"
                    + " left join upload d on d.letter_id = l.id and d.channel = r.service"
                    + " where s.signed_at <= ? and l.status <> 'WITHDRAWN' and (s.state = 'CURRENT'"
                    + " or s.state = 'SUPERSEDED' and s.ended_at > ?))"
                    + " select g.id, a.applicants, encode(sha256(record_send(row(?::text, g.name,"
                    + " g.institution, g.specialty, g.channel, a.letters))), 'hex')"
                    + " from (select program_id, count(distinct learner_id) as applicants,"
                    + " string_agg(letter, ''::bytea order by id, version) as letters"
                    + " from said group by program_id) a"
                    + " join program g on g.id = a.program_id order by g.id";

    private static final String ALL = STAMPS.formatted("");
    private static final String SOME = STAMPS.formatted(" and r.program_id = any (?)");

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Seasons seasons;
    @Inject PacketPractices practices;
    @Inject LetterPractices services;
    @Inject ApplicantFilePrinter printer;
    @Inject Words words;

    /** A program with its number of applicants. */
    public record Stamped(long programId, int applicants, String stamp) {}

    /** All wanted programs that have an applicant, by id. */
    public SortedMap<Long, Stamped> of(NightRun night) {
        return night.program() == 0 ? read(night, ALL) : of(night, List.of(night.program()));
    }

    /** The stamps of these programs by now: what changed since is not what was read. */
    public SortedMap<Long, Stamped> of(NightRun night, Collection<Long> programIds) {
        return read(night, SOME, (Object) programIds.toArray(Long[]::new));
    }

    private SortedMap<Long, Stamped> read(NightRun night, String sql, Object... which) {
        OffsetDateTime cutoff = OffsetDateTime.ofInstant(night.cutoff(), ZoneOffset.UTC);
        long tenant = night.tenant();
        List<Object> values = new ArrayList<>(List.of(tenant, night.season(), cutoff));
        values.addAll(Arrays.asList(which));
        values.addAll(List.of(tenant, cutoff, tenant, cutoff, cutoff, cutoff, basis(night)));
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            Values.set(select, values);
            SortedMap<Long, Stamped> all = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long program = row.getLong(1);
                    all.put(program, new Stamped(program, row.getInt(2), row.getString(3)));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the programs' stamps cannot be read", e);
        }
    }

    /** What is the same for all programs of an institution. */
    String basis(NightRun night) {
        Season season = seasons.get(night.season());
        PacketRules rules = practices.of(season.code());
        List<Object> inputs = new ArrayList<>();
        inputs.add(printer.version());
        inputs.add(words.say("packet", "index.version"));
        inputs.add(season.name());
        inputs.add(season.zone());
        inputs.add(rules.applicants());
        inputs.add(rules.letters());
        inputs.add(rules.parts());
        // In a lasting order: a start would else give other stamps.
        inputs.add(new TreeMap<>(rules.channels()));
        inputs.add(services.of(season.code()));
        for (String standing : List.of("other", "open", "done")) {
            inputs.add(words.say("binding", "standing." + standing));
        }
        Applicants.COVER.forEach(key -> inputs.add(words.say("binding", key)));
        return Sha256.ofInputs(inputs.toArray()).hex();
    }
}
