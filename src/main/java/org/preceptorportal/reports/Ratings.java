package org.preceptorportal.reports;

import java.util.List;
import java.util.Objects;

/**
 * Answers on scales, one a row: what was asked, where on its scale the answer stands, in words.
 *
 * @param questionHead over what was asked
 * @param placeHead over the place on the scale
 * @param answerHead over the words
 */
public record Ratings(String questionHead, String placeHead, String answerHead, List<Row> rows)
        implements Block {
    /**
     * @param level chosen, counted from 1; 0: not observed
     * @param levels of the scale
     * @param answer the level's word
     * @param meaning what the level means; may be empty
     */
    public record Row(String question, int level, int levels, String answer, String meaning) {
        public Row {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(meaning, "meaning");
            if (level < 0 || level > levels) {
                throw new IllegalArgumentException("a level that is not on the scale");
            }
        }
    }

    public Ratings {
        rows = List.copyOf(rows);
    }
}
