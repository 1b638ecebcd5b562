package org.preceptorportal.feedback;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;

/**
 * The way from the evaluation in the middle of a rotation to the one at its end.
 *
 * @param midId the evaluation of the middle
 * @param domains in the order of the final form
 */
public record Growth(long midId, List<DomainGrowth> domains) implements Serializable {
    public Growth {
        domains = List.copyOf(domains);
    }

    /**
     * @param label as the final form says it
     * @param items what was rated at both times, at least one
     */
    public record DomainGrowth(String label, List<ItemGrowth> items) implements Serializable {
        public DomainGrowth {
            items = List.copyOf(items);
        }

        public double mid() {
            return items.stream().mapToInt(ItemGrowth::mid).average().orElseThrow();
        }

        public double end() {
            return items.stream().mapToInt(ItemGrowth::end).average().orElseThrow();
        }
    }

    /**
     * @param label as the final form says it
     * @param mid 1 to 5
     * @param end 1 to 5
     */
    public record ItemGrowth(String label, int mid, int end) implements Serializable {
        /** With its sign; "0" for none. */
        public String change() {
            return end > mid ? "+" + (end - mid) : Integer.toString(end - mid).replace('-', '−');
        }
    }

    /**
     * Like with like (FB-1): items of the same code that both forms rate on a scale of the same
     * code, and that were observed at both times.
     *
     * @param midRatings by item; null for "not observed"
     * @param endRatings by item; null for "not observed"
     */
    static Growth of(
            long midId,
            EvaluationForm midForm,
            Map<String, Integer> midRatings,
            EvaluationForm endForm,
            Map<String, Integer> endRatings) {
        List<DomainGrowth> domains = new ArrayList<>();
        for (Domain domain : endForm.domains()) {
            List<ItemGrowth> items = new ArrayList<>();
            for (Item item : domain.items()) {
                Integer mid = midRatings.get(item.code());
                Integer end = endRatings.get(item.code());
                if (domain.counts()
                        && mid != null
                        && end != null
                        && midForm.knows(item.code())
                        && midForm.item(item.code()).scale().equals(item.scale())) {
                    items.add(new ItemGrowth(item.label(), mid, end));
                }
            }
            if (!items.isEmpty()) {
                domains.add(new DomainGrowth(domain.label(), items));
            }
        }
        return new Growth(midId, domains);
    }

    /** Every item of every domain, for the table behind the picture. */
    public List<ItemGrowth> items() {
        return domains.stream().flatMap(d -> d.items().stream()).toList();
    }
}
