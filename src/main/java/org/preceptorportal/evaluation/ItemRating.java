package org.preceptorportal.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One row of an evaluation's ratings; no rating means "not observed". */
@Entity
@Table(name = "evaluation_rating")
@IdClass(ItemRating.Key.class)
class ItemRating {
    /** What tells two ratings apart. */
    record KeyValue(Long evaluation, String item) {}

    /** The identity JPA asks for; a record cannot be one in Jakarta EE 10. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private Long evaluation;
        private String item;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && value().equals(key.value());
        }

        @Override
        public int hashCode() {
            return value().hashCode();
        }

        private KeyValue value() {
            return new KeyValue(evaluation, item);
        }
    }

    @Id
    @ManyToOne
    @JoinColumn(name = "evaluation_id")
    private Evaluation evaluation;

    @Id private String item;
    private Integer rating;

    protected ItemRating() {}

    ItemRating(Evaluation evaluation, String item, Integer rating) {
        this.evaluation = evaluation;
        this.item = item;
        this.rating = rating;
    }

    String item() {
        return item;
    }

    Integer rating() {
        return rating;
    }

    void become(Integer newRating) {
        rating = newRating;
    }
}
