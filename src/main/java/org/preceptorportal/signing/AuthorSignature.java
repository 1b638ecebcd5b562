package org.preceptorportal.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import org.preceptorportal.letter.ToolDeclaration;
import org.preceptorportal.stepup.Proof;
import org.preceptorportal.store.Sha256;

/**
 * What one author did when signing: for the certificate of completion. The database never lets it
 * change.
 */
@Entity
@Table(name = "author_signature")
public class AuthorSignature {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "round_id")
    private long roundId;

    @Column(name = "letter_id")
    private long letterId;

    @Column(name = "preceptor_id")
    private long preceptorId;

    private int place;
    private String name;
    private String title;
    private String institution;
    private boolean chair;
    private String meaning;

    @Column(name = "signed_at")
    private Instant at;

    private String zone;

    @Enumerated(EnumType.STRING)
    private Proof proof;

    @Enumerated(EnumType.STRING)
    private ToolDeclaration.Tools tools;

    @Column(name = "tools_text")
    private String toolsText;

    private String address;

    @Column(name = "shown_sha256")
    private String shown;

    @Column(name = "revision_sha256")
    private String revision;

    protected AuthorSignature() {}

    /**
     * @param declared about tools that write; null for a co-author
     * @param shown names what the author was shown
     * @param revision names the file with this signature
     * @param address of the network; may be null
     */
    AuthorSignature(
            SigningRound round,
            Signer signer,
            String meaning,
            Instant at,
            Proof proof,
            ToolDeclaration declared,
            String address,
            Sha256 shown,
            Sha256 revision) {
        this.tenantId = round.tenantId();
        this.roundId = round.id();
        this.letterId = round.letterId();
        this.preceptorId = signer.preceptorId();
        this.place = signer.place();
        this.name = signer.name();
        this.title = signer.title();
        this.institution = signer.institution();
        this.chair = signer.chair();
        this.meaning = meaning;
        this.at = at;
        this.zone = signer.zone().getId();
        this.proof = proof;
        this.tools = declared == null ? null : declared.tools();
        this.toolsText = declared == null ? null : declared.textVersion();
        this.address = address;
        this.shown = shown.hex();
        this.revision = revision.hex();
    }

    public long preceptorId() {
        return preceptorId;
    }

    /** From 1, in the order of signing. */
    public int place() {
        return place;
    }

    /** Name and credentials as printed. */
    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public String institution() {
        return institution;
    }

    public boolean chair() {
        return chair;
    }

    public String meaning() {
        return meaning;
    }

    public Instant at() {
        return at;
    }

    /** Of the author's site. */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public Proof proof() {
        return proof;
    }

    /** What the author declared about tools that write; null for a co-author. */
    public ToolDeclaration.Tools tools() {
        return tools;
    }

    /** The version of the wording in which they declared it. */
    public String toolsText() {
        return toolsText;
    }

    public String address() {
        return address;
    }

    /** Names what the author was shown before signing; not for a learner (S1). */
    public Sha256 shown() {
        return new Sha256(shown);
    }

    /** Names the file with this signature and those before it; not for a learner (S1). */
    public Sha256 revision() {
        return new Sha256(revision);
    }

    long roundId() {
        return roundId;
    }
}
