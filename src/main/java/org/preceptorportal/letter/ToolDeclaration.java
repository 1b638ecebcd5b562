package org.preceptorportal.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What the author said about tools that write, and in which words it was asked (LT-10). */
@Entity
@Table(name = "letter_declaration")
public class ToolDeclaration {
    /**
     * The wording that is asked now: {@code declaration.<version>.<choice>} in the room's bundle. A
     * wording never changes; a new one is a new version.
     */
    public static final String CURRENT_TEXT = "1";

    /** The choices; none is chosen before. */
    public enum Tools {
        /** No generative tool. */
        NONE,
        /** Wording and grammar. */
        WORDING,
        /** A first version that the author reworked. */
        FIRST_DRAFT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "letter_id")
    private long letterId;

    @Enumerated(EnumType.STRING)
    private Tools tools;

    @Column(name = "text_version")
    private String textVersion;

    @Column(name = "declared_at")
    private Instant declaredAt;

    protected ToolDeclaration() {}

    ToolDeclaration(Letter letter, Tools tools, Instant now) {
        this.tenantId = letter.tenantId();
        this.letterId = letter.id();
        this.tools = tools;
        this.textVersion = CURRENT_TEXT;
        this.declaredAt = now;
    }

    public Tools tools() {
        return tools;
    }

    public String textVersion() {
        return textVersion;
    }

    public Instant declaredAt() {
        return declaredAt;
    }

    /** The key of the words the author chose, in the bundle {@code letter}. */
    public String key() {
        return "declaration." + textVersion + "." + tools.name();
    }
}
