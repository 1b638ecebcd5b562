package org.preceptorportal.letterhead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which letterhead a preceptor's letters have unless another is chosen. */
@Entity
@Table(name = "letterhead_default")
class UsualLetterhead {
    @Id
    @Column(name = "preceptor_id")
    private long preceptorId;

    @Column(name = "letterhead_id")
    private long letterheadId;

    protected UsualLetterhead() {}

    UsualLetterhead(long preceptorId, long letterheadId) {
        this.preceptorId = preceptorId;
        this.letterheadId = letterheadId;
    }

    void become(long newLetterheadId) {
        letterheadId = newLetterheadId;
    }

    long letterheadId() {
        return letterheadId;
    }
}
