package org.preceptorportal.observed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.preceptorportal.form.Item;

/**
 * One submitted evaluation.
 *
 * @param middle whether it is from the middle of the rotation, else from its end
 * @param ended last day of the rotation
 * @param straight whether it has the same mark throughout
 * @param marks by the form's places: 1 to 5, {@link #NOT_OBSERVED} or {@link #UNANSWERED}
 * @param fault why it cannot be counted; null when it can
 */
public record Sheet(
        long id,
        long learner,
        long rotation,
        long preceptor,
        long site,
        boolean middle,
        Instant submittedAt,
        LocalDate ended,
        boolean straight,
        Layout layout,
        Marks marks,
        String fault) {
    public static final int NOT_OBSERVED = 0;
    public static final int UNANSWERED = -1;

    /** A row of small numbers. */
    public static final class Marks {
        private final byte[] values;

        public Marks(byte[] values) {
            this.values = values.clone();
        }

        public int at(int place) {
            return values[place];
        }
    }

    /**
     * What a sheet says in a slice.
     *
     * @param rated items with a mark
     * @param sum of the marks
     * @param notObserved items marked "not observed"
     */
    public record Count(int rated, int sum, int notObserved) {
        private static final Count NONE = new Count(0, 0, 0);

        /** Whether anything is marked. */
        public boolean says() {
            return rated + notObserved > 0;
        }

        /** Mean of the rated items; only where there are any. */
        public double mean() {
            return (double) sum / rated;
        }
    }

    public Count count(Slice slice) {
        List<Integer> places = layout.slices().get(slice);
        if (places == null) {
            return Count.NONE;
        }
        int rated = 0;
        int sum = 0;
        int notObserved = 0;
        for (int place : places) {
            int mark = marks.at(place);
            if (mark > 0) {
                rated++;
                sum += mark;
            } else if (mark == NOT_OBSERVED) {
                notObserved++;
            }
        }
        return new Count(rated, sum, notObserved);
    }

    /** The mark of an item on a scale; {@link #UNANSWERED} where the form has no such item. */
    public int mark(String item, String scale) {
        Integer place = layout.place(item);
        return place == null || !layout.items().get(place).scale().equals(scale)
                ? UNANSWERED
                : marks.at(place);
    }

    /** The item at a place. */
    public Item item(int place) {
        return layout.items().get(place);
    }

    /** The item codes of a slice, in the order of the form. */
    public List<String> items(Slice slice) {
        return layout.slices().getOrDefault(slice, List.of()).stream()
                .map(place -> layout.items().get(place).code())
                .toList();
    }

    /** One line of what a figure is made of, for a hash: two sheets that count alike are alike. */
    public String line() {
        StringBuilder line =
                new StringBuilder()
                        .append(id)
                        .append(' ')
                        .append(learner)
                        .append(' ')
                        .append(rotation)
                        .append(' ')
                        .append(preceptor)
                        .append(' ')
                        .append(site)
                        .append(' ')
                        .append(ended)
                        .append(' ')
                        .append(submittedAt)
                        .append(' ')
                        .append(layout == null ? fault : layout.form().code())
                        .append('-')
                        .append(layout == null ? 0 : layout.form().version());
        for (int i = 0; layout != null && i < layout.items().size(); i++) {
            line.append(' ').append(marks.at(i));
        }
        return line.toString();
    }
}
