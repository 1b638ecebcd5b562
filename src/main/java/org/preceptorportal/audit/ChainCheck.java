package org.preceptorportal.audit;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.preceptorportal.audit.Verdict.Finding;
import org.preceptorportal.audit.Witness.Head;

/** Goes along a chain, event by event (AU-2), and past what others saw of it (AU-6). */
final class ChainCheck {
    private final Deque<Head> heads;
    private String previous = AuditEvent.GENESIS;
    private long read;
    private Finding finding = Finding.WHOLE;
    private OptionalLong broken = OptionalLong.empty();
    private Head anchored;

    ChainCheck(List<Head> heads) {
        this.heads = new ArrayDeque<>(heads);
        heads.stream()
                .filter(head -> head.at() == null)
                .min(Comparator.comparingLong(Head::number))
                .ifPresent(head -> found(Finding.FALSE_ANCHOR, head.number()));
    }

    /** Begins at an event that was seen, whatever came before it. */
    static ChainCheck from(Head seen) {
        ChainCheck check = new ChainCheck(List.of(seen));
        check.read = seen.number() - 1;
        check.previous = null;
        return check;
    }

    void next(AuditEvent event) {
        read++;
        if (event.number() != read
                || previous != null && !event.previousHash().equals(previous)
                || !event.computedHash().equals(event.hash())) {
            found(Finding.ALTERED, read);
        }
        while (!heads.isEmpty() && heads.peek().number() <= read) {
            Head head = heads.remove();
            if (head.number() != read || !head.hash().equals(event.hash())) {
                found(Finding.REWRITTEN, read);
            } else if (finding == Finding.WHOLE) {
                anchored = head;
            }
        }
        previous = event.hash();
    }

    private void found(Finding what, long number) {
        if (finding == Finding.WHOLE) {
            finding = what;
            broken = OptionalLong.of(number);
        }
    }

    Verdict verdict() {
        if (!heads.isEmpty()) {
            found(Finding.CUT, read + 1);
        }
        return new Verdict(read, finding, broken, Optional.ofNullable(anchored));
    }
}
