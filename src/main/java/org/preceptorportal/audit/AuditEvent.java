package org.preceptorportal.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One line of the trail.
 *
 * @param number position in the institution's chain, from 1 without gaps
 * @param actor the name of who acted
 * @param action a verb in past tense, for instance {@code letter.signed}
 * @param hash SHA-256 over the previous hash and every other column
 */
public record AuditEvent(
        long tenantId,
        long number,
        Instant at,
        String actor,
        Long accountId,
        String role,
        String address,
        String action,
        String subjectType,
        String subjectId,
        String detail,
        String previousHash,
        String hash) {

    /** The hash before the first event. */
    static final String GENESIS = "0".repeat(64);

    /**
     * What this event's hash must be; fields are length-prefixed so that none can borrow from its
     * neighbor.
     */
    String computedHash() {
        StringBuilder canonical = new StringBuilder();
        Object[] fields = {
            previousHash,
            tenantId,
            number,
            at,
            actor,
            accountId,
            role,
            address,
            action,
            subjectType,
            subjectId,
            detail
        };
        for (Object field : fields) {
            String text = field == null ? "" : field.toString();
            canonical.append(text.length()).append(':').append(text).append('\n');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same for a reader who may know that it happened, and no more; its hash tells it too. */
    AuditEvent veiled() {
        return new AuditEvent(
                tenantId,
                number,
                at,
                actor,
                accountId,
                role,
                address,
                action,
                subjectType,
                subjectId,
                "",
                "",
                "");
    }

    AuditEvent sealed() {
        return new AuditEvent(
                tenantId,
                number,
                at,
                actor,
                accountId,
                role,
                address,
                action,
                subjectType,
                subjectId,
                detail,
                previousHash,
                computedHash());
    }
}
