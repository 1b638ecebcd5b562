package org.preceptorportal.structure;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterSource;

/** The answers of one letter. Its letter's version guards them (ST-2). */
@Entity
@Table(name = "structured_letter")
public class StructuredLetter {
    @Id
    @Column(name = "letter_id")
    private Long letterId;

    @Column(name = "tenant_id")
    private long tenantId;

    private String structure;

    @Column(name = "structure_version")
    private int structureVersion;

    private String answers;
    private Integer band;

    @Column(name = "history_hidden")
    private boolean historyHidden;

    protected StructuredLetter() {}

    StructuredLetter(Letter letter, Structure structure) {
        this.letterId = letter.id();
        this.tenantId = letter.tenantId();
        begin(structure);
    }

    /** Another structure has other questions: answers to the one before are gone. */
    final void begin(Structure chosen) {
        structure = chosen.code();
        structureVersion = chosen.version();
        answers = "{}";
        band = null;
        historyHidden = false;
    }

    void answer(StructureAnswers given, boolean hideHistory) {
        answers = given.json();
        band = given.band();
        historyHidden = hideHistory;
    }

    /** Everything, to be read by {@link StructuredLetters#read}. */
    LetterSource source() {
        try (JsonReader given = Json.createReader(new StringReader(answers))) {
            String kept =
                    Json.createObjectBuilder()
                            .add("structure", structure)
                            .add("version", structureVersion)
                            .add("answers", given.readObject())
                            .add("hideHistory", historyHidden)
                            .build()
                            .toString();
            return new LetterSource(LetterKind.STRUCTURED, kept, null);
        }
    }

    Long letterId() {
        return letterId;
    }

    String structure() {
        return structure;
    }

    int structureVersion() {
        return structureVersion;
    }

    /** Content: only for code that has passed the letter's door (S1). */
    String answers() {
        return answers;
    }

    Integer band() {
        return band;
    }

    boolean historyHidden() {
        return historyHidden;
    }
}
