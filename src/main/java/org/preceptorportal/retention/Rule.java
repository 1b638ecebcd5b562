package org.preceptorportal.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * One kind of row that goes, and when (RT-1); they are gone through in this order. Conditions speak
 * of the row as {@code t} and know {@code :tenant}, {@code :before} (the end of the time it is
 * kept), {@code :keep} (how many of a kind stay), {@code :seasons} (those that are kept), {@code
 * :known} (all there are) and {@code :long} (before which even a season that nobody knows any more
 * is past).
 */
enum Rule {
    SIGN_IN_LINKS(
            "sign_in_link",
            Policy::tokenDays,
            "t.expires_at < :before and exists (select from account a where a.id = t.account_id"
                    + " and a.tenant_id = :tenant)",
            "false"),
    SIGN_INS(
            "sign_in",
            Policy::tokenDays,
            "least(t.expires_at, t.ended_at) < :before and exists (select from account a where"
                    + " a.id = t.account_id and a.tenant_id = :tenant)",
            "false"),
    SIGNING_CODES(
            "signing_code",
            Policy::tokenDays,
            "t.expires_at < :before and exists (select from preceptor p where p.id ="
                    + " t.preceptor_id and p.tenant_id = :tenant)",
            "false"),
    // Before the packets: a night finds what it counted when it began. What a packet that goes has
    // bound in goes with the next night.
    APPLICANT_FILES(
            "applicant_file",
            Policy::supersededDays,
            "t.tenant_id = :tenant and t.made_at < :before and exists (select from applicant_file n"
                    + " where n.program_id = t.program_id and n.learner_id = t.learner_id and"
                    + " n.season = t.season and n.id > t.id) and not exists (select from"
                    + " packet_entry e where e.sha256 = t.pdf_sha256) and "
                    + Rule.ITS_RUN_IS_OVER,
            "h.learner_id = t.learner_id"),
    SKILL_REPORTS(
            "skill_report",
            Policy::supersededDays,
            "t.tenant_id = :tenant and t.made_at < :before and exists (select from skill_report n"
                    + " where n.learner_id = t.learner_id and "
                    + Rule.N_IS_NEWER
                    + ") and not exists (select from packet_entry e where e.sha256 in"
                    + " (t.pdf_sha256, t.csv_sha256)) and "
                    + Rule.ITS_RUN_IS_OVER,
            "h.learner_id = t.learner_id"),
    /** They tell of many learners: a hold on any one of them keeps them all. */
    FIGURE_REPORTS(
            "figure_report",
            Policy::supersededDays,
            "t.tenant_id = :tenant and t.made_at < :before and exists (select from figure_report n"
                    + " where n.tenant_id = t.tenant_id and n.season = t.season and n.kind = t.kind"
                    + " and n.subject_id = t.subject_id and "
                    + Rule.N_IS_NEWER
                    + ") and "
                    + Rule.ITS_RUN_IS_OVER,
            "true"),
    /** The newest of a program's season stay, and whatever its staff took (RT-3). */
    PACKETS(
            "packet",
            Policy::supersededDays,
            "t.tenant_id = :tenant and t.made_at < :before and (t.season <> all (:seasons)"
                    + " and (t.season = any (:known) or t.made_at < :long) or t.id"
                    + " < (select min(n.id) from (select k.id from packet k where k.program_id ="
                    + " t.program_id and k.season = t.season order by k.id desc limit :keep) n)"
                    + " and not exists (select from audit_event e where e.tenant_id = t.tenant_id"
                    + " and e.subject_type = 'packet' and e.subject_id = t.id::text and e.role ="
                    + " 'PROGRAM_STAFF') and not exists (select from packet_taken k where"
                    + " k.packet_id = t.id))",
            "exists (select from packet_entry e where e.packet_id = t.id and e.learner_id ="
                    + " h.learner_id)",
            "packet_entry",
            "packet_statement",
            "packet_taken",
            "packet_sent"),
    /** Those whose artefacts are gone; what is still kept says which run made it. */
    RUNS(
            "run",
            Policy::runDays,
            "t.tenant_id = :tenant and exists (select from night n where n.id = t.night_id and"
                    + " n.requested_at < :before and n.status <> 'RUNNING')",
            "false",
            "run_part",
            "run_skip",
            "run_retry",
            "run_step",
            "reclaimed"),
    NIGHTS(
            "night",
            Policy::runDays,
            "t.tenant_id = :tenant and t.requested_at < :before and t.status <> 'RUNNING'",
            "false",
            "night_manifest");

    /** By its night's cut-off, as readers see it: a night of a past date makes nothing newer. */
    private static final String N_IS_NEWER =
            "((select g.cutoff from run r join night g on g.id = r.night_id where r.id = n.run_id),"
                    + " n.id) > ((select g.cutoff from run r join night g on g.id = r.night_id"
                    + " where r.id = t.run_id), t.id)";

    private static final String ITS_RUN_IS_OVER =
            "not exists (select from run r where r.id = t.run_id and r.status in ('STARTING',"
                    + " 'STARTED', 'STOPPING'))";

    private final String table;
    private final ToIntFunction<Policy> days;
    private final String expired;
    private final String learner;
    private final List<String> parts;

    Rule(
            String table,
            ToIntFunction<Policy> days,
            String expired,
            String learner,
            String... parts) {
        this.table = table;
        this.days = days;
        this.expired = expired;
        this.learner = learner;
        this.parts = List.of(parts);
    }

    /** As ledger and pages call it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String table() {
        return table;
    }

    /** Tables whose rows are parts of these and go before them; each has a column for their id. */
    List<String> parts() {
        return parts;
    }

    String expired() {
        return expired;
    }

    /** Whether the row is the learner's whom a hold {@code h} is about. */
    String learner() {
        return learner;
    }

    Instant before(Policy policy, Instant now) {
        return now.minus(Duration.ofDays(days.applyAsInt(policy)));
    }
}
