package org.preceptorportal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormsTest {
    static EvaluationForm shipped() {
        Forms forms = new Forms();
        forms.read();
        return forms.current();
    }

    @Test
    void theShippedFormHasAllRequiredDomainsAndFourteenItems() {
        EvaluationForm form = shipped();
        assertThat(form.domains())
                .extracting(Domain::code)
                .containsAll(EvaluationForm.REQUIRED_DOMAINS);
        assertThat(form.items()).hasSize(14);
        assertThat(form.scale()).hasSize(5);
        assertThat(form.items()).allSatisfy(item -> assertThat(item.anchors()).hasSize(5));
    }

    @Test
    void refusesAFormThatLacksARequiredDomain() {
        refuses(
                "\"situational-awareness\"",
                "\"other\"",
                "form x.json: domains are missing: [situational-awareness]");
    }

    @Test
    void refusesAnItemWithoutFiveAnchors() {
        refuses(
                ", \"Kept the overview when several things happened at once.\"",
                "",
                "form x.json: item awareness has 4 anchors; it needs five sentences");
    }

    @Test
    void refusesAnItemThatIsThereTwice() {
        refuses("\"culture\"", "\"team\"", "form x.json: item team is there twice");
    }

    @Test
    void refusesAFileThatIsNoForm() {
        assertThatThrownBy(() -> parse("{\"code\": \"final\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("form x.json is not a form");
        assertThatThrownBy(() -> parse("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("form x.json is not a form");
        assertThatThrownBy(() -> Forms.parse("y.json", null))
                .hasMessage("form y.json is not there");
    }

    private static void refuses(String replaced, String by, String reason) {
        String text;
        try (InputStream file = Forms.class.getResourceAsStream("/forms/final-1.json")) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String broken = text.replaceAll(",\\s+", ", ").replace(replaced, by);
        assertThatThrownBy(() -> parse(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    private static EvaluationForm parse(String json) {
        return Forms.parse(
                "x.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
