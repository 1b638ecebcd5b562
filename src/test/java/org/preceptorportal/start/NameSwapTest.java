package org.preceptorportal.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.preceptorportal.letter.LetterText;

/** Names of the earlier learner are found, shown, and replaced as the author says (SR-2). */
class NameSwapTest {
    private static final NameSwap SWAP =
            new NameSwap(List.of("Marta Anna Kowalska-Żółć"), List.of("Linh Nguyễn"));

    @Test
    void findsWholeNamesAndTheirParts() {
        assertThat(
                        found(
                                "Marta Anna Kowalska-Żółć came early. Marta, or Ms. Kowalska-Zolc, reads."
                                        + " MARTA! Marta Kowalska-Żółć’s notes."))
                .isEqualTo(
                        Map.of(
                                "Marta Anna Kowalska-Żółć", "Linh Nguyễn",
                                "Marta Kowalska-Żółć", "Linh Nguyễn",
                                "Marta", "Linh",
                                "MARTA", "Linh",
                                "Kowalska-Zolc", "Nguyễn"));
    }

    @Test
    void leavesOtherWordsAlone() {
        assertThat(found("Martha and the Martas of Annapolis; marta.")).isEmpty();
    }

    @Test
    void findsNamesOfEveryScript() {
        NameSwap swap =
                new NameSwap(
                        List.of("محمد الأحمد", "Mohamed Alahmad"), List.of("王小明", "Xiaoming Wang"));
        assertThat(swap.in("محمد الأحمد (Mohamed Alahmad), Mohamed").stream())
                .extracting(NameSwap.Found::instead)
                .containsExactlyInAnyOrder("王小明", "Xiaoming Wang", "Xiaoming");
    }

    @Test
    void replacesTheLongestFirstAndOnlyWhatWasSaid() {
        LetterText text =
                LetterText.parse(
                        "<p><strong>Marta Kowalska-Żółć</strong> reads. Marta asks &amp; Anna hears.</p>");
        LetterText changed =
                text.changed(
                        run ->
                                NameSwap.replaced(
                                        run,
                                        Map.of(
                                                "Marta",
                                                "Linh",
                                                "Marta Kowalska-Żółć",
                                                "L$1 Nguyễn")));
        assertThat(changed.html())
                .isEqualTo("<p><strong>L$1 Nguyễn</strong> reads. Linh asks &amp; Anna hears.</p>");
        assertThat(NameSwap.replaced("Marta", Map.of())).isEqualTo("Marta");
    }

    private static Map<String, String> found(String text) {
        return SWAP.in(text).stream()
                .collect(Collectors.toMap(NameSwap.Found::name, NameSwap.Found::instead));
    }
}
