package org.preceptorportal.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.preceptorportal.letter.Letter;

/** A colleague whom the author of a letter asked to sign it too. */
@Entity
@Table(name = "co_author")
public class CoAuthor {
    /** What became of the invitation; who has signed is in the signatures. */
    public enum State {
        INVITED,
        DECLINED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "letter_id")
    private long letterId;

    @Column(name = "preceptor_id")
    private long preceptorId;

    private int place;
    private boolean chair;

    @Enumerated(EnumType.STRING)
    private State state;

    private String reason;

    @Column(name = "invited_at")
    private Instant invitedAt;

    @Column(name = "declined_at")
    private Instant declinedAt;

    protected CoAuthor() {}

    CoAuthor(Letter letter, long preceptorId, int place, boolean chair, Instant now) {
        this.tenantId = letter.tenantId();
        this.letterId = letter.id();
        this.preceptorId = preceptorId;
        this.place = place;
        this.chair = chair;
        this.state = State.INVITED;
        this.invitedAt = now;
    }

    /**
     * @param why for the author who invited; may be empty
     */
    void decline(String why, Instant now) {
        state = State.DECLINED;
        reason = why;
        declinedAt = now;
    }

    /** Asked once more, after a refusal. */
    void inviteAgain(int newPlace, boolean asChair, Instant now) {
        state = State.INVITED;
        place = newPlace;
        chair = asChair;
        reason = null;
        declinedAt = null;
        invitedAt = now;
    }

    /** They sign, but not as chair. */
    void asColleague() {
        chair = false;
    }

    void moveTo(int newPlace) {
        place = newPlace;
    }

    Long id() {
        return id;
    }

    long letterId() {
        return letterId;
    }

    long preceptorId() {
        return preceptorId;
    }

    /** From 2: the author who was asked signs first. */
    int place() {
        return place;
    }

    boolean chair() {
        return chair;
    }

    State state() {
        return state;
    }

    String reason() {
        return reason;
    }

    boolean invited() {
        return state == State.INVITED;
    }
}
