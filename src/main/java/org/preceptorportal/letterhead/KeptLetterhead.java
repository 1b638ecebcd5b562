package org.preceptorportal.letterhead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.store.Sha256;

/** A letterhead that somebody keeps: a preceptor's own, or one that a site's preceptors share. */
@Entity
@Table(name = "letterhead")
public class KeptLetterhead {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "preceptor_id")
    private Long preceptorId;

    @Column(name = "site_id")
    private Long siteId;

    private String institution;
    private String address;
    private String phone;
    private String email;

    @Column(name = "logo_sha256")
    private String logo;

    @Column(name = "removed_at")
    private Instant removedAt;

    @Version private int version;

    protected KeptLetterhead() {}

    private KeptLetterhead(long tenantId, Long preceptorId, Long siteId, LetterheadFacts facts) {
        this.tenantId = tenantId;
        this.preceptorId = preceptorId;
        this.siteId = siteId;
        say(facts);
    }

    static KeptLetterhead personal(long tenantId, long preceptorId, LetterheadFacts facts) {
        return new KeptLetterhead(tenantId, preceptorId, null, facts);
    }

    static KeptLetterhead shared(long tenantId, long siteId, LetterheadFacts facts) {
        return new KeptLetterhead(tenantId, null, siteId, facts);
    }

    /**
     * @throws LetterheadNotPossible when something is missing (LH-2)
     */
    void say(LetterheadFacts facts) {
        facts.check(isShared());
        institution = facts.institution();
        address = facts.address();
        phone = facts.phone();
        email = facts.email();
    }

    void show(Sha256 newLogo) {
        logo = newLogo.hex();
    }

    void showNone() {
        logo = null;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    /** Who may change it (LH-1, LH-5). */
    boolean isKeptBy(Caller caller) {
        return caller.tenantId() == tenantId
                && removedAt == null
                && (isShared() ? caller.is(Role.COORDINATOR) : caller.actsFor(preceptorId));
    }

    public Long id() {
        return id;
    }

    public long tenantId() {
        return tenantId;
    }

    public boolean isShared() {
        return preceptorId == null;
    }

    /** Whose personal one it is; null for a shared one. */
    public Long preceptorId() {
        return preceptorId;
    }

    /** Whose preceptors share it; null for a personal one. */
    public Long siteId() {
        return siteId;
    }

    public LetterheadFacts facts() {
        return new LetterheadFacts(institution, address, phone, email);
    }

    public Optional<Sha256> logo() {
        return Optional.ofNullable(logo).map(Sha256::new);
    }
}
