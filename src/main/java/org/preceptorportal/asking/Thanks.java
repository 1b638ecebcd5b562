package org.preceptorportal.asking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A learner's thanks to the author of one letter; said once. */
@Entity
@Table(name = "letter_thanks")
class Thanks {
    @Id
    @Column(name = "letter_id")
    private Long letterId;

    private String words;

    @Column(name = "thanked_at")
    private Instant thankedAt;

    protected Thanks() {}

    Thanks(long letterId, String words, Instant now) {
        this.letterId = letterId;
        this.words = words;
        this.thankedAt = now;
    }

    String words() {
        return words;
    }

    Instant thankedAt() {
        return thankedAt;
    }
}
