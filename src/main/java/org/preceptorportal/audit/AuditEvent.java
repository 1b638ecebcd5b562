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

    /** What this event's hash must be; the database computes the same (AuditChain). */
    String computedHash() {
        String canonical = field(previousHash) + field(tenantId) + field(number) + content();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** All that is hashed behind the event's place in the chain. */
    String content() {
        return field(at)
                + field(actor)
                + field(accountId)
                + field(role)
                + field(address)
                + field(action)
                + field(subjectType)
                + field(subjectId)
                + field(detail);
    }

    /** Length-prefixed, so that no field can borrow from its neighbor. */
    static String field(Object value) {
        String text = value == null ? "" : value.toString();
        return text.length() + ":" + text + "\n";
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
}
