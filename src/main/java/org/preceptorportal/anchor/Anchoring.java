package org.preceptorportal.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.preceptorportal.audit.AuditEvent;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.audit.Verdict;
import org.preceptorportal.audit.Witness;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.shell.Tenants;

/** Puts the newest event of a trail under a time-stamp. */
@ApplicationScoped
public class Anchoring {
    @Inject Anchors anchors;
    @Inject AuditTrail trail;
    @Inject Tenants tenants;
    @Inject Seal seal;
    @Inject Clock clock;

    /** What there was to do, and whether it was done. */
    public enum Outcome {
        MADE,
        UNCHANGED,
        /** The trail does not fit what was anchored before (AN-4). */
        REFUSED
    }

    /**
     * Anchors a trail as it is committed by now.
     *
     * @param keep false: only says what would be done
     * @throws org.preceptorportal.seal.SealNotPossible if no authority gave a time-stamp
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome anchor(long tenantId, LocalDate night, long runId, boolean keep) {
        Optional<AuditEvent> head = trail.head(tenantId);
        Optional<Anchor> last = anchors.of(tenantId).newest();
        if (head.isEmpty() && last.isEmpty()) {
            return Outcome.UNCHANGED;
        }
        Verdict verdict =
                trail.examineAfter(
                        tenantId,
                        last.map(
                                        a ->
                                                new Witness.Head(
                                                        a.said().number(),
                                                        a.said().hash(),
                                                        a.said().at()))
                                .orElse(null));
        if (!verdict.whole()) {
            return Outcome.REFUSED;
        }
        AuditEvent newest = head.orElseThrow();
        if (last.isPresent() && last.get().said().number() == newest.number()) {
            return Outcome.UNCHANGED;
        }
        if (keep) {
            anchors.keep(tenantId, runId, stamped(tenantId, newest, night, last));
        }
        return Outcome.MADE;
    }

    private Anchor stamped(
            long tenantId, AuditEvent newest, LocalDate night, Optional<Anchor> last) {
        Anchor.Said said =
                new Anchor.Said(
                        tenants.get(tenantId).code(),
                        newest.number(),
                        newest.hash(),
                        night,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        last.map(Anchor::name).orElse(""));
        Anchor unproven = new Anchor(said, said.statement(), new byte[0]);
        return new Anchor(
                said, unproven.statement(), seal.timeStamp(Anchor.sha256(unproven.bytes())));
    }
}
