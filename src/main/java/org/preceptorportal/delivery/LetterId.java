package org.preceptorportal.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The number by which ERAS knows one letter. */
@Entity
@Table(name = "eras_letter")
class LetterId {
    @Id
    @Column(name = "letter_id")
    private Long letterId;

    @Column(name = "eras_letter_id")
    private String number;

    protected LetterId() {}

    LetterId(long letterId) {
        this.letterId = letterId;
    }

    void give(String newNumber) {
        number = newNumber;
    }

    String number() {
        return number;
    }
}
