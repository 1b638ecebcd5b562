package org.preceptorportal.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.binding.Applicant;
import org.preceptorportal.binding.ApplicantBinding;
import org.preceptorportal.binding.ApplicantFile;
import org.preceptorportal.binding.Applicants;
import org.preceptorportal.binding.Made;
import org.preceptorportal.binding.ProgramStamps;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.packet.Pile.Bound;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.seal.PortalSeal;
import org.preceptorportal.season.PacketPractices;
import org.preceptorportal.season.PacketRules;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.FileName;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;
import org.preceptorportal.store.StoreUnreachable;

/** Lays one program's packet together, if it differs from the program's newest one (PK-3). */
@ApplicationScoped
public class PacketMaking {
    private static final Logger LOG = System.getLogger(PacketMaking.class.getName());

    @Inject Applicants applicants;
    @Inject ApplicantBinding binding;
    @Inject ProgramStamps stamps;
    @Inject PacketRows rows;
    @Inject Programs programs;
    @Inject Seasons seasons;
    @Inject PacketPractices practices;
    @Inject Blobs blobs;
    @Inject PortalSeal seal;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Clock clock;

    /**
     * What became of a program's packet.
     *
     * @param made as the ledger counts it
     * @param laid the packet, not kept yet; null when there is nothing to keep
     * @param right the newest packet, if it is still right; else null
     */
    public record Outcome(Made made, LaidPacket laid, Right right) {
        /** So many programs in a row with nothing to be done. */
        public static Outcome unchanged(int programs) {
            return new Outcome(Made.unchanged(programs), null, null);
        }
    }

    /**
     * A packet that is still right.
     *
     * @param stamp of its program, before anything was read
     */
    record Right(long packetId, long programId, String stamp) {}

    /**
     * Lays the packet or finds it unchanged, in the chunk's transaction. What is laid is to be
     * given to {@link #keep}.
     *
     * @param stamp of the program, older than all that this transaction has read: what it read
     *     before, it is given again, though it changed meanwhile
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome lay(NightRun night, long programId, String stamp) {
        Program program = programs.get(programId);
        try {
            return lay(night, program, stamp);
        } catch (StoreUnreachable e) {
            throw e;
        } catch (RuntimeException e) {
            // As for an applicant's file: one program's fault must not end the night (S6).
            // Only the class is logged: a message could quote a name or a row.
            LOG.log(
                    Level.ERROR,
                    "The packet of program {0} failed: {1}",
                    Long.toString(programId),
                    e.getClass().getSimpleName());
            return outcome(
                    program,
                    false,
                    words.say("packet", "skip.unexpected", e.getClass().getSimpleName()));
        }
    }

    private static Outcome outcome(Program program, boolean isNew, String problem) {
        return new Outcome(made(program, isNew, problem), null, null);
    }

    private static Made made(Program program, boolean isNew, String problem) {
        return Made.of(
                Long.toString(program.id()),
                program.name() + ", " + program.institution(),
                isNew,
                problem);
    }

    private Outcome lay(NightRun run, Program program, String stamp) {
        rows.queue(program.id());
        Optional<PacketView> latest = rows.latest(run.tenant(), program.id(), run.season());
        Optional<PacketView> later = latest.filter(each -> each.cutoff().isAfter(run.cutoff()));
        // What was made of later data is never replaced by what is older, but brought up to date:
        // an order that overtakes a night finds only those of its reports that are drawn by then.
        NightRun night = later.map(each -> run.asOf(each.night(), each.cutoff())).orElse(run);
        // The stamp is of this run's cut-off.
        String before = later.isPresent() ? null : stamp;
        PacketRules rules = practices.of(night.season());
        Instant began = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Applicant> all = applicants.ofProgram(night, program.id());
        if (all.isEmpty()) {
            // The last letter was withdrawn since the step began; the shelf says so already.
            return outcome(program, false, null);
        }
        Sha256 asked = asked(night, program, rules, all);
        // What was incomplete is looked at anew: somebody may have mended it.
        boolean unchanged =
                latest.filter(packet -> packet.skipped() == 0)
                        .map(PacketView::asked)
                        .filter(asked::equals)
                        .isPresent();
        if (night.dryRun()) {
            return outcome(program, !unchanged, null);
        }
        if (unchanged) {
            return right(program, latest, before);
        }
        Pile pile = new Pile(program, seasons.get(night.season()), sound(latest), words, blobs);
        all.stream()
                .map(applicant -> bound(night, applicant))
                .sorted(order(rules))
                .forEach(pile::add);
        Laying laying = new Laying(words, pile.listing(), pile.entries());
        String problem =
                pile.damaged() == 0 ? null : words.say("packet", "skip.originals", pile.damaged());
        if (latest.map(PacketView::key).filter(laying.key()::equals).isPresent()) {
            // What changed is nothing that a packet shows.
            return problem == null
                    ? right(program, latest, before)
                    : outcome(program, false, problem);
        }
        laying.sign(seal.sign(laying.manifest()));
        return new Outcome(
                made(program, true, problem),
                new LaidPacket(
                        night.night(),
                        night.cutoff(),
                        pile.draft(asked, before, laying),
                        laying.made().values().stream().map(blobs::prepare).toList(),
                        began),
                null);
    }

    private static Outcome right(Program program, Optional<PacketView> latest, String stamp) {
        return stamp == null
                ? outcome(program, false, null)
                : new Outcome(
                        made(program, false, null),
                        null,
                        new Right(latest.orElseThrow().id(), program.id(), stamp));
    }

    /**
     * Keeps what a chunk laid, and writes each packet to the trail (S3). That comes last: the trail
     * is held from then on until the chunk commits, and every signature and sign-in waits for it.
     *
     * @return as the ledger counts, in the same order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Made> keep(NightRun night, List<Outcome> outcomes) {
        Stamps now = stamps(night, outcomes);
        outcomes.stream()
                .map(Outcome::right)
                .filter(Objects::nonNull)
                .forEach(r -> rows.stamp(r.packetId(), now.still(r.programId(), r.stamp())));
        List<LaidPacket> laid =
                outcomes.stream()
                        .map(Outcome::laid)
                        .filter(Objects::nonNull)
                        .map(packet -> packet.stamped(now))
                        .toList();
        if (laid.isEmpty()) {
            return outcomes.stream().map(Outcome::made).toList();
        }
        blobs.keep(laid.stream().flatMap(packet -> packet.made().stream()).toList());
        Map<Long, Long> ids = rows.add(night, laid);
        blobs.sync();
        for (LaidPacket packet : laid) {
            Long id = ids.get(packet.draft().programId());
            if (id != null) {
                record(night, id, packet.draft());
            }
        }
        return outcomes.stream()
                .map(each -> each.laid() == null ? each.made() : counted(each, ids))
                .toList();
    }

    /** A run that started anew may have laid the packet before. */
    private static Made counted(Outcome each, Map<Long, Long> ids) {
        Made made = each.made();
        boolean isNew = ids.containsKey(each.laid().draft().programId());
        return Made.of(made.item(), made.label(), isNew, made.reason());
    }

    /** Stamps by program, after all was read. */
    record Stamps(Map<Long, ProgramStamps.Stamped> now) {
        /** Null when it moved: somebody may be at it, and the next night looks at it anew. */
        String still(long programId, String before) {
            ProgramStamps.Stamped found = now.get(programId);
            return found != null && found.stamp().equals(before) ? before : null;
        }
    }

    private Stamps stamps(NightRun night, List<Outcome> outcomes) {
        List<Long> programs = new ArrayList<>();
        for (Outcome each : outcomes) {
            if (each.laid() != null) {
                programs.add(each.laid().draft().programId());
            } else if (each.right() != null) {
                programs.add(each.right().programId());
            }
        }
        return new Stamps(programs.isEmpty() ? Map.of() : stamps.of(night, programs));
    }

    private void record(NightRun night, long packet, PacketDraft draft) {
        audit.record(
                Caller.portal(night.tenant()),
                "packet.made",
                "packet",
                packet,
                draft.applicants() + " applicants, " + draft.letters() + " letters");
    }

    /** The hash of all that a packet is made from, before anything is drawn. */
    private Sha256 asked(NightRun night, Program program, PacketRules rules, List<Applicant> all) {
        List<Object> inputs = new ArrayList<>();
        inputs.add("packet " + words.say("packet", "index.version"));
        inputs.add(program.name());
        inputs.add(program.institution());
        inputs.add(program.specialty());
        inputs.add(program.channel());
        inputs.add(seasons.get(night.season()).name());
        inputs.add(rules.applicants());
        for (Applicant applicant : all) {
            inputs.add(applicant.learnerId());
            inputs.add(applicant.key());
            inputs.add(applicant.learner().code());
            applicant.letters().forEach(letter -> inputs.add(letter.original()));
        }
        return Sha256.ofInputs(inputs.toArray());
    }

    // Bytes that an earlier packet holds were read when it was made.
    private Map<Sha256, Blob> sound(Optional<PacketView> latest) {
        Map<Sha256, Blob> sound = new HashMap<>();
        latest.ifPresent(
                packet ->
                        rows.entries(packet.id())
                                .forEach(e -> sound.put(e.blob().sha256(), e.blob())));
        return sound;
    }

    private Bound bound(NightRun night, Applicant applicant) {
        ApplicantBinding.Bound bound = binding.bind(night, applicant);
        ApplicantFile file =
                bound.drawn() == null
                        ? bound.kept()
                        : binding.keep(night, List.of(bound.drawn())).get(0);
        Learner learner = applicant.learner();
        return new Bound(
                applicant,
                FileName.person(learner.sortableName(), learner.code()),
                file,
                bound.made().reason());
    }

    private static Comparator<Bound> order(PacketRules rules) {
        Comparator<Bound> byName =
                Comparator.comparing(Bound::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(bound -> bound.learner().code());
        return switch (rules.applicants()) {
            case NAME -> byName;
            case AAMC_ID ->
                    Comparator.<Bound, String>comparing(
                                    bound -> bound.learner().aamcId(),
                                    Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(byName);
        };
    }
}
