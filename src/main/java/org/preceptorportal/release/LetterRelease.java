package org.preceptorportal.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.roster.DeliveryChannel;
import org.preceptorportal.season.Season;

/** A learner's word that a program may have a letter, in one season. It is not taken back. */
@Entity
@Table(name = "letter_release")
public class LetterRelease {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "letter_id")
    private long letterId;

    @Column(name = "learner_id")
    private long learnerId;

    @Column(name = "program_id")
    private long programId;

    private String season;

    @Column(name = "with_report")
    private boolean withReport;

    @Enumerated(EnumType.STRING)
    private DeliveryChannel channel;

    @Column(name = "released_at")
    private Instant releasedAt;

    protected LetterRelease() {}

    /**
     * RL-1.
     *
     * @param before how many letters the program has from this learner this season
     * @param withReport whether the learner's clinical-skill report goes along
     */
    static LetterRelease of(
            Letter letter,
            Destination program,
            Season season,
            long before,
            boolean withReport,
            Instant now) {
        if (!letter.stands()) {
            throw new LetterNotSigned();
        }
        int most = season.lettersPerProgram(program.channel().name());
        if (before >= most) {
            throw TooManyLetters.of(program, most);
        }
        LetterRelease release = new LetterRelease();
        release.tenantId = letter.tenantId();
        release.letterId = letter.id();
        release.learnerId = letter.learnerId();
        release.programId = program.id();
        release.season = season.code();
        release.channel = program.channel();
        release.withReport = withReport;
        release.releasedAt = now;
        return release;
    }

    public Long id() {
        return id;
    }

    public long letterId() {
        return letterId;
    }

    public long learnerId() {
        return learnerId;
    }

    public long programId() {
        return programId;
    }

    public String season() {
        return season;
    }

    /** How the program took letters then: by a service means never from here. */
    public DeliveryChannel channel() {
        return channel;
    }

    public boolean withReport() {
        return withReport;
    }

    public Instant releasedAt() {
        return releasedAt;
    }
}
