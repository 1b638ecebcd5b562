package org.preceptorportal.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.preceptorportal.letter.Letter;

/** Somebody whom a letter's author trusts with uploading it. */
@Entity
class Designee {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,189}");
    private static final int LONGEST_NAME = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "letter_id")
    private long letterId;

    private String name;
    private String email;

    @Column(name = "invited_at")
    private Instant invitedAt;

    @Column(name = "removed_at")
    private Instant removedAt;

    protected Designee() {}

    /**
     * @throws DeliveryRefused when name or address cannot be a person's
     */
    Designee(Letter letter, String name, String email, Instant now) {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new DeliveryRefused("noName");
        }
        if (email == null || !ADDRESS.matcher(address(email)).matches()) {
            throw new DeliveryRefused("noAddress");
        }
        this.tenantId = letter.tenantId();
        this.letterId = letter.id();
        this.name = name.strip();
        this.email = address(email);
        this.invitedAt = now;
    }

    /** How addresses are compared. */
    static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    void remove(Instant now) {
        removedAt = now;
    }

    boolean present() {
        return removedAt == null;
    }

    Long id() {
        return id;
    }

    long letterId() {
        return letterId;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    Instant invitedAt() {
        return invitedAt;
    }
}
