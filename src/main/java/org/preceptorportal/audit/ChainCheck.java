package org.preceptorportal.audit;

import java.util.OptionalLong;

/** Goes along a chain, event by event (AU-2). */
final class ChainCheck {
    private String previous = AuditEvent.GENESIS;
    private long read;
    private OptionalLong broken = OptionalLong.empty();

    void next(AuditEvent event) {
        read++;
        if (broken.isPresent()) {
            return;
        }
        if (event.number() != read
                || !event.previousHash().equals(previous)
                || !event.computedHash().equals(event.hash())) {
            broken = OptionalLong.of(read);
        }
        previous = event.hash();
    }

    Verdict verdict() {
        return new Verdict(read, broken);
    }
}
