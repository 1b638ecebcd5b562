package org.preceptorportal.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * How an encounter came in by a card. While its evaluation is a draft, it waits for the preceptor's
 * word and counts for nothing (EV-14).
 */
@Entity
@Table(name = "encounter_capture")
class EncounterCapture {
    /** Characters a reason for discarding may have. */
    static final int LONGEST_REASON = 500;

    @Id
    @Column(name = "evaluation_id")
    private Long evaluationId;

    // The phone repeats a call whose answer it never got; the second one finds this.
    @Column(name = "send_key")
    private String sendKey;

    @Column(name = "signed_in_as")
    private String signedInAs;

    @Column(name = "discarded_at")
    private Instant discardedAt;

    @Column(name = "discard_reason")
    private String discardReason;

    protected EncounterCapture() {}

    /**
     * @param signedIn whose sign-in was on the phone, or null
     */
    EncounterCapture(long evaluation, UUID key, String signedIn) {
        evaluationId = evaluation;
        sendKey = key.toString();
        signedInAs = signedIn;
    }

    /**
     * It will never count.
     *
     * @throws EncounterNotPossible when it was discarded already, or there is no reason
     */
    void discard(String reason, Clock clock) {
        mustWait();
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new EncounterNotPossible("reason", LONGEST_REASON);
        }
        discardedAt = clock.instant();
        discardReason = reason.strip();
    }

    /**
     * @throws EncounterNotPossible when it was discarded
     */
    void mustWait() {
        if (discardedAt != null) {
            throw new EncounterNotPossible("gone");
        }
    }

    /** Whose sign-in was on the phone, or null. */
    String signedInAs() {
        return signedInAs;
    }

    String discardReason() {
        return discardReason;
    }
}
