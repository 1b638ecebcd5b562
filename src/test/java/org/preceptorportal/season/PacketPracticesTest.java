package org.preceptorportal.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.season.PacketRules.Part;

/** S8: what packets hold is data. */
class PacketPracticesTest {
    private static final String RULES =
            """
            [{"from": "2026", "applicants": "NAME", "letters": "SIGNED", "parts": ["REPORT", "LETTERS"],
              "channels": {"DIRECT": {"letters": true, "report": true},
                           "ERAS": {"letters": false, "report": true}}}]
            """;

    @Test
    void readsOrderAndChannels() {
        PacketRules rules = parse(RULES).get(0);
        assertThat(rules.parts()).containsExactly(Part.REPORT, Part.LETTERS);
        assertThat(rules.of("DIRECT").letters()).isTrue();
        assertThat(rules.of("ERAS").letters()).as("letters go by ERAS itself").isFalse();
        assertThatThrownBy(() -> rules.of("PIGEON")).hasMessageContaining("lacks channel PIGEON");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> parse(RULES.replace("SIGNED", "LOUDEST")))
                .hasMessageContaining("from 2026 in packets.json");
        assertThatThrownBy(() -> parse(RULES.replace("\"REPORT\", ", "")))
                .hasMessageContaining("each part once");
        assertThatThrownBy(() -> parse(RULES.replace("applicants", "people")))
                .hasMessageContaining("lack a part");
    }

    private static List<PacketRules> parse(String json) {
        return PacketPractices.parse(Json.createReader(new StringReader(json)).readArray());
    }
}
