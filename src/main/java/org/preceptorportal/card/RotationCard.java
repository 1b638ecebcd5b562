package org.preceptorportal.card;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.preceptorportal.roster.Rotation;

/** A card; its code never changes, and once withdrawn it stays so (CA-3). */
@Entity
@Table(name = "rotation_card")
public class RotationCard {
    /** Days after the rotation's end on which a card still works: what was seen on the last day. */
    static final int WORKS_AFTER_END = 7;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "rotation_id")
    private long rotationId;

    private String code;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected RotationCard() {}

    RotationCard(Rotation rotation, CardCode newCode, Clock clock) {
        tenantId = rotation.tenantId();
        rotationId = rotation.id();
        code = newCode.text();
        madeAt = clock.instant();
    }

    /**
     * Withdraws it for good; withdrawn already, it stays as it was.
     *
     * @return whether it worked until now
     */
    boolean revoke(Clock clock) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = clock.instant();
        return true;
    }

    /**
     * @param today the date at the site
     * @throws CardNotValid when it is withdrawn, or the rotation has not begun or is over (CA-2)
     */
    void mustWork(Rotation rotation, LocalDate today) {
        if (revokedAt != null) {
            throw new CardNotValid(CardNotValid.Why.REVOKED);
        }
        if (today.isBefore(rotation.startDate())) {
            throw new CardNotValid(CardNotValid.Why.EARLY);
        }
        if (today.isAfter(until(rotation))) {
            throw new CardNotValid(CardNotValid.Why.OVER);
        }
    }

    private static LocalDate until(Rotation rotation) {
        return rotation.endDate().plusDays(WORKS_AFTER_END);
    }

    Card of(Rotation rotation) {
        return new Card(
                id == null ? 0 : id,
                tenantId,
                rotationId,
                code,
                rotation.startDate(),
                until(rotation),
                madeAt,
                revokedAt);
    }

    long rotationId() {
        return rotationId;
    }
}
