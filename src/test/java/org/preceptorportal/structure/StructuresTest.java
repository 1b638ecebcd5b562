package org.preceptorportal.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preceptorportal.structure.Structure.Question;

class StructuresTest {
    private final Structures structures = new Structures();

    @BeforeEach
    void read() {
        structures.read();
    }

    @Test
    void offersThoseThatSuitFirst() {
        assertThat(structures.offered("Internal Medicine (Primary Care)").get(0).code())
                .isEqualTo("internal-medicine");
        assertThat(structures.offered("Orthopedic Surgery").get(0).code())
                .isEqualTo("orthopaedic-surgery");
        assertThat(structures.offered("Urology").get(0).portal()).isTrue();
        assertThat(structures.offered(null)).hasSize(8);
    }

    @Test
    void everyLetterHasANarrativeWithACapAndAtMostOneComparison() {
        for (Structure structure : structures.offered("")) {
            assertThat(structure.questions())
                    .as(structure.code())
                    .anySatisfy(q -> assertThat(q.isText() && q.words() > 0).isTrue());
            assertThat(structure.comparison().isPresent())
                    .isEqualTo(!structure.code().equals("off-service"));
            assertThat(structure.questions()).extracting(Question::code).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "structure: off-service, structur: off-service, the file has the unknown part structur",
        "use: letter, use: painting, use: painting is unknown",
        "kind: text, kind: song, question narrative: song is unknown",
        "scale: level, scale: lever, question history uses the unknown scale lever",
        "code: reasoning, code: history, question history stands twice",
        "words: 250, words: many, question narrative needs a number in words",
        "words: 250, words: 20, question narrative has an impossible number of words",
        "required: yes, required: maybe, question nature says neither yes nor no in required",
        "code: history, code: His tory, a question has the impossible code His tory",
        "structure: off-service, '- [', this is no YAML"
    })
    void namesTheFault(String good, String bad, String fault) throws IOException {
        String text =
                new String(
                        Structures.class
                                .getResourceAsStream("/structures/off-service-1.yaml")
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
        assertThat(text).contains(good);
        String broken = text.replaceFirst(good, bad);
        assertThatThrownBy(() -> StructureFile.read(broken, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault);
    }
}
