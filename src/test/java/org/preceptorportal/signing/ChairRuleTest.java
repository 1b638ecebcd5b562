package org.preceptorportal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.preceptorportal.letter.Letter.Chair;
import org.preceptorportal.shell.Words;

/** SG-8: a chair's letter is closed by the chair. */
class ChairRuleTest {
    private static List<Signer> signers(boolean... chairs) {
        return IntStream.range(0, chairs.length)
                .mapToObj(
                        i ->
                                new Signer(
                                        i,
                                        i + 1,
                                        "Dr. " + (i + 1),
                                        "",
                                        "Northgate",
                                        chairs[i],
                                        ZoneId.of("UTC")))
                .toList();
    }

    private static String fault(Chair asked, boolean... chairs) {
        return ChairRule.fault(asked, signers(chairs))
                .map(f -> new Words().say(f.room(), f.key(), f.arguments().toArray()))
                .orElse("");
    }

    @Test
    void refusesAChairsLetterWithoutItsChair() {
        assertThat(fault(Chair.COLLEAGUE, false))
                .startsWith("This is a chair letter, and no chair");
        assertThat(fault(Chair.COLLEAGUE, false, false)).contains("Ask the department's chair");
    }

    @Test
    void theChairSignsLast() {
        assertThat(fault(Chair.COLLEAGUE, false, true)).isEmpty();
        assertThat(fault(Chair.COLLEAGUE, false, false, true)).isEmpty();
        assertThat(fault(Chair.COLLEAGUE, false, true, false))
                .startsWith("The chair signs last, and others sign after Dr. 2.");
    }

    @Test
    void anAuthorWhoIsTheChairSignsAlone() {
        assertThat(fault(Chair.AUTHOR, true)).isEmpty();
        assertThat(fault(Chair.AUTHOR, true, false)).startsWith("The chair signs last");
        assertThat(fault(Chair.COLLEAGUE, true, true)).contains("Dr. 1 signs as");
    }

    @Test
    void aLetterWithoutChairIsSignedByAnybody() {
        assertThat(fault(Chair.NONE, false)).isEmpty();
        assertThat(fault(Chair.NONE, false, false)).isEmpty();
    }
}
