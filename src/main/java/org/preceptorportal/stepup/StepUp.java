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

    /**
     * A right answer, to be spent with {@link #use}.
     *
     * @param codeId the mailed code; null for an app's, which is spent already
     */
    public record Proven(Proof proof, Long codeId) {}

    /** How this preceptor chose to prove it. */
    public Proof way(long preceptorId) {
        return authenticators.on(preceptorId) ? Proof.AUTHENTICATOR : Proof.MAILED_CODE;
    }

    /** Mails a code for this letter; the one before stops working. */
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
     * Judges what was typed; a wrong try is counted for good.
     *
     * @throws SigningCodeRefused unless it is right
     */
    public Proven prove(long preceptorId, long letterId, String typed) {
        if (way(preceptorId) == Proof.AUTHENTICATOR) {
            Verdict verdict = authenticators.attempt(preceptorId, typed);
            if (verdict != Verdict.RIGHT) {
                throw SigningCodeRefused.ofApp(verdict);
            }
            return new Proven(Proof.AUTHENTICATOR, null);
        }
        SigningCodes.Attempt attempt = codes.attempt(letterId, preceptorId, typed);
        if (attempt.verdict() != Verdict.RIGHT) {
            throw new SigningCodeRefused(attempt.verdict());
        }
        return new Proven(Proof.MAILED_CODE, attempt.codeId());
    }

    /**
     * Spends a mailed code in the transaction of the deed. An app's code was spent when it was
     * right: a verifier never takes it twice (RFC 6238, 5.2).
     */
    @Transactional(TxType.MANDATORY)
    public void use(Proven proven) {
        if (proven.codeId() != null) {
            codes.use(proven.codeId());
        }
    }
}
