package org.preceptorportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** S3: an audit row that can be altered unnoticed may not exist. */
class AuditTrailTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void s3_anUntouchedChainIsWhole() {
        assertThat(firstBroken(chain(5))).isEmpty();
    }

    @Test
    void s3_anAlteredRowIsFound() {
        List<AuditEvent> chain = chain(5);
        AuditEvent e = chain.get(2);
        chain.set(2, event(e.number(), "letter.withdrawn", e.previousHash(), e.hash()));
        assertThat(firstBroken(chain)).hasValue(3);
    }

    @Test
    void s3_aRemovedRowIsFound() {
        List<AuditEvent> chain = chain(5);
        chain.remove(1);
        assertThat(firstBroken(chain)).hasValue(2);
    }

    @Test
    void s3_aRowForgedWithItsOwnHashBreaksTheNext() {
        List<AuditEvent> chain = chain(5);
        AuditEvent e = chain.get(2);
        chain.set(2, sealed(event(e.number(), "letter.withdrawn", e.previousHash(), "")));
        assertThat(firstBroken(chain)).hasValue(4);
    }

    @Test
    void s3_newestEventsCutOffAreMissedByThoseWhoSawThem() {
        List<AuditEvent> chain = chain(5);
        List<Witness.Head> seen = List.of(head(chain.get(1)), head(chain.get(4)));
        assertThat(check(chain, seen).whole()).isTrue();
        assertThat(check(chain, seen).anchored()).contains(head(chain.get(4)));
        Verdict cut = check(chain.subList(0, 3), seen);
        assertThat(cut.finding()).isEqualTo(Verdict.Finding.CUT);
        assertThat(cut.firstBroken()).hasValue(4);
        assertThat(cut.anchored()).contains(head(chain.get(1)));
    }

    @Test
    void s3_aChainWrittenAnewIsNotTheOneThatWasSeen() {
        List<AuditEvent> chain = chain(5);
        AuditEvent e = chain.get(3);
        List<AuditEvent> forged = new ArrayList<>(chain.subList(0, 3));
        forged.add(sealed(event(4, "letter.withdrawn", e.previousHash(), "")));
        forged.add(sealed(event(5, "letter.signed", forged.get(3).hash(), "")));
        assertThat(firstBroken(forged)).isEmpty();
        Verdict anew = check(forged, List.of(head(chain.get(4))));
        assertThat(anew.finding()).isEqualTo(Verdict.Finding.REWRITTEN);
        assertThat(anew.firstBroken()).hasValue(5);
    }

    @Test
    void s3_aWitnessWhoseProofDoesNotHoldIsAFinding() {
        List<AuditEvent> chain = chain(2);
        Witness.Head unproven = new Witness.Head(2, chain.get(1).hash(), null);
        assertThat(check(chain, List.of(unproven)).finding())
                .isEqualTo(Verdict.Finding.FALSE_ANCHOR);
    }

    private static Witness.Head head(AuditEvent event) {
        return new Witness.Head(event.number(), event.hash(), AT);
    }

    private static OptionalLong firstBroken(List<AuditEvent> chain) {
        return check(chain, List.of()).firstBroken();
    }

    private static Verdict check(List<AuditEvent> chain, List<Witness.Head> seen) {
        ChainCheck check = new ChainCheck(seen);
        chain.forEach(check::next);
        return check.verdict();
    }

    private static List<AuditEvent> chain(int length) {
        List<AuditEvent> chain = new ArrayList<>();
        String previous = AuditEvent.GENESIS;
        for (int i = 1; i <= length; i++) {
            AuditEvent e = sealed(event(i, "letter.signed", previous, ""));
            chain.add(e);
            previous = e.hash();
        }
        return chain;
    }

    private static AuditEvent sealed(AuditEvent e) {
        return event(e.number(), e.action(), e.previousHash(), e.computedHash());
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
