package org.preceptorportal.adviser;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** Somebody who advises one learner. */
@Entity
class Adviser {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,189}");
    private static final int LONGEST_NAME = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "learner_id")
    private long learnerId;

    private String name;
    private String email;

    @Column(name = "marked_by")
    private String markedBy;

    @Column(name = "marked_at")
    private Instant markedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Adviser() {}

    /**
     * @throws AdviserRefused when name or address cannot be a person's
     */
    Adviser(
            long tenantId,
            long learnerId,
            String name,
            String email,
            String markedBy,
            Instant now) {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new AdviserRefused("noName");
        }
        if (email == null || !ADDRESS.matcher(address(email)).matches()) {
            throw new AdviserRefused("noAddress");
        }
        this.tenantId = tenantId;
        this.learnerId = learnerId;
        this.name = name.strip();
        this.email = address(email);
        this.markedBy = markedBy;
        this.markedAt = now;
    }

    /** How addresses are compared. */
    static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    void end(Instant now) {
        endedAt = now;
    }

    boolean present() {
        return endedAt == null;
    }

    Long id() {
        return id;
    }

    long tenantId() {
        return tenantId;
    }

    long learnerId() {
        return learnerId;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    String markedBy() {
        return markedBy;
    }

    Instant markedAt() {
        return markedAt;
    }
}
