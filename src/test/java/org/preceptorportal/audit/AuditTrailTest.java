package org.preceptorportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S3: an audit row that can be altered unnoticed may not exist. */
class AuditTrailTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void s3_anUntouchedChainIsWhole() {
        assertThat(AuditTrail.firstBroken(chain(5))).isEmpty();
    }

    @Test
    void s3_anAlteredRowIsFound() {
        List<AuditEvent> chain = chain(5);
        AuditEvent e = chain.get(2);
        chain.set(2, event(e.number(), "letter.withdrawn", e.previousHash(), e.hash()));
        assertThat(AuditTrail.firstBroken(chain)).hasValue(3);
    }

    @Test
    void s3_aRemovedRowIsFound() {
        List<AuditEvent> chain = chain(5);
        chain.remove(1);
        assertThat(AuditTrail.firstBroken(chain)).hasValue(2);
    }

    @Test
    void s3_aRowForgedWithItsOwnHashBreaksTheNext() {
        List<AuditEvent> chain = chain(5);
        AuditEvent e = chain.get(2);
        chain.set(2, event(e.number(), "letter.withdrawn", e.previousHash(), "").sealed());
        assertThat(AuditTrail.firstBroken(chain)).hasValue(4);
    }

    private static List<AuditEvent> chain(int length) {
        List<AuditEvent> chain = new ArrayList<>();
        String previous = AuditEvent.GENESIS;
        for (int i = 1; i <= length; i++) {
            AuditEvent e = event(i, "letter.signed", previous, "").sealed();
            chain.add(e);
            previous = e.hash();
        }
        return chain;
    }

    private static AuditEvent event(long number, String action, String previous, String hash) {
        return new AuditEvent(
                1,
                number,
                AT,
                "Ana Ruiz",
                7L,
                "PRECEPTOR",
                "127.0.0.1",
                action,
                "letter",
                "12",
                "",
                previous,
                hash);
    }
}
