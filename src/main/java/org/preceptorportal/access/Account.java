package org.preceptorportal.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** Somebody who may sign in, in one role of one institution. */
@Entity
public class Account {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,189}");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String email;
    private String name;

    @Column(name = "person_id")
    private Long personId;

    @Column(name = "program_id")
    private Long programId;

    @Column(name = "assistant_id")
    private Long assistantId;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean active;
    private int failures;

    @Column(name = "blocked_until")
    private Instant blockedUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version private int version;

    protected Account() {}

    private Account(long tenantId, Role role, String email, String name, Instant now) {
        this.tenantId = tenantId;
        this.role = role;
        this.email = address(email);
        this.name = name;
        this.active = true;
        this.createdAt = now;
    }

    static Account staff(
            long tenantId,
            Role role,
            String email,
            String name,
            Long programId,
            String passwordHash,
            Instant now) {
        if (!role.isStaff()) {
            throw new IllegalArgumentException(
                    "preceptors, assistants and learners sign in by link");
        }
        if ((role == Role.PROGRAM_STAFF) != (programId != null)) {
            throw new IllegalArgumentException("program staff, and they alone, have a program");
        }
        Account account = new Account(tenantId, role, email, name, now);
        account.programId = programId;
        account.passwordHash = passwordHash;
        return account;
    }

    /** How addresses are compared. */
    static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether it looks like an address, compared as {@link #address} makes it. */
    static boolean isAddress(String email) {
        return ADDRESS.matcher(email).matches();
    }

    public Long id() {
        return id;
    }

    public long tenantId() {
        return tenantId;
    }

    public Role role() {
        return role;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    Long personId() {
        return personId;
    }

    /** The assistant whose account it is, else null. */
    Long assistantId() {
        return assistantId;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** The address as a person recognizes their own and nobody else's: {@code a•••@site.org}. */
    String maskedEmail() {
        return email.substring(0, 1) + "•••" + email.substring(email.indexOf('@'));
    }

    /** What this account's holder is to the use cases. */
    Caller caller(String networkAddress) {
        return new Caller(id, tenantId, role, personId, programId, name, networkAddress);
    }

    boolean active() {
        return active;
    }

    /** False while wrong passwords are being waited out. */
    boolean admits(Instant now) {
        return active && (blockedUntil == null || !now.isBefore(blockedUntil));
    }

    /** A wrong password (AC-5). */
    void failed(Instant now) {
        failures++;
        blockedUntil = now.plus(Patience.afterFailures(failures));
    }

    void entered() {
        failures = 0;
        blockedUntil = null;
    }

    void rehash(String hash) {
        passwordHash = hash;
    }

    /** Switches it off for good. */
    void close() {
        active = false;
    }

    /** Follows the roster, which may have learned a new address or name. */
    void follow(String newEmail, String newName) {
        email = address(newEmail);
        name = newName;
    }
}
