package org.preceptorportal.observed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;

/** Where a form's items stand on a sheet, and what counts together. */
public final class Layout {
    private final EvaluationForm form;
    private final List<Item> items;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Slice, List<Integer>> slices = new LinkedHashMap<>();
    private final Map<Slice, String> labels = new HashMap<>();

    public Layout(EvaluationForm form) {
        this.form = form;
        items = form.items();
        for (int i = 0; i < items.size(); i++) {
            places.put(items.get(i).code(), i);
        }
        for (Domain domain : form.domains()) {
            if (domain.counts()) {
                for (Item item : domain.items()) {
                    add(new Slice(false, domain.code(), item.scale()), domain.label(), item);
                }
            }
        }
        for (Domain domain : form.domains()) {
            if (domain.counts()) {
                for (Item item : domain.items()) {
                    if (item.epa() != null) {
                        add(new Slice(true, item.epa(), item.scale()), item.epa(), item);
                    }
                }
            }
        }
    }

    private void add(Slice slice, String label, Item item) {
        slices.computeIfAbsent(slice, key -> new ArrayList<>()).add(places.get(item.code()));
        labels.put(slice, label);
    }

    public EvaluationForm form() {
        return form;
    }

    List<Item> items() {
        return items;
    }

    /** The item's place on a sheet; null when the form does not have it. */
    Integer place(String item) {
        return places.get(item);
    }

    /** Places of the items of each slice, in the order of the form. */
    public Map<Slice, List<Integer>> slices() {
        return slices;
    }

    /** As the form calls it. */
    public String label(Slice slice) {
        return labels.get(slice);
    }

    /** What its scale measures. */
    public String scaleTitle(Slice slice) {
        return form.scale(slice.scale()).title();
    }
}
