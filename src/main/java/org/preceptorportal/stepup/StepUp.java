package org.preceptorportal.stepup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.shell.Caller;

/**
 * Proves that a preceptor is there, right now, for one letter. Whether the letter is theirs is
 * asked before, by the room whose deed it is.
 */
@ApplicationScoped
public class StepUp {
    @Inject SigningCodes codes;
    @Inject Authenticators authenticators;
    @Inject AuditTrail audit;
    @Inject Event<SigningCodeIssued> issued;

    /** How this preceptor chose to prove it. */
    public Proof way(long preceptorId) {
        return authenticators.on(preceptorId) ? Proof.AUTHENTICATOR : Proof.MAILED_CODE;
    }

    /**
     * Mails a code for this letter; the one before stops working.
     *
     * @throws SigningCodesSpent as {@link SigningCodes#issue}
     */
    @Transactional(TxType.MANDATORY)
    public void send(Caller caller, Preceptor preceptor, long letterId) {
        String code = codes.issue(letterId, preceptor.id());
        audit.record(caller, "letter.code-sent", "letter", letterId, "");
        issued.fire(new SigningCodeIssued(letterId, caller.tenantId(), preceptor.email(), code));
    }

    /** True when a mailed code for this letter still works. */
    public boolean pending(long preceptorId, long letterId) {
        return codes.pending(letterId, preceptorId);
    }

    /**
     * Judges what was typed and spends what was right: a mailed code with the deed, an app's code
     * for good, because a verifier never takes it twice (RFC 6238, 5.2). A wrong try is counted for
     * good. The caller holds the letter until the deed is done: tries for it come one after the
     * other, so that nobody tries more codes at once than a code has tries.
     *
     * @throws SigningCodeRefused unless it is right
     */
    @Transactional(TxType.MANDATORY)
    public Proof prove(long preceptorId, long letterId, String typed) {
        if (codes.spend(letterId, preceptorId, typed)) {
            return Proof.MAILED_CODE;
        }
        if (way(preceptorId) == Proof.MAILED_CODE) {
            throw new SigningCodeRefused(codes.attempt(letterId, preceptorId, typed).verdict());
        }
        Verdict verdict = authenticators.attempt(preceptorId, typed);
        if (verdict != Verdict.RIGHT) {
            throw SigningCodeRefused.ofApp(verdict);
        }
        return Proof.AUTHENTICATOR;
    }
}
