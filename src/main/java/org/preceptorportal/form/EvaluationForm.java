package org.preceptorportal.form;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.preceptorportal.roster.RotationType;

/**
 * One version of a form. A published version never changes (FO-1).
 *
 * @param code short and lasting, for instance {@code clerkship-final}
 * @param version counts from 1
 * @param rotationTypes the rotations it is for, at least one
 */
public record EvaluationForm(
        String code,
        int version,
        String title,
        Purpose purpose,
        Set<RotationType> rotationTypes,
        List<Scale> scales,
        List<Domain> domains,
        List<TextQuestion> texts)
        implements Serializable {
    public EvaluationForm {
        // An enum set keeps the order of the enum: reports are keyed by a form's text.
        rotationTypes = Collections.unmodifiableSet(EnumSet.copyOf(rotationTypes));
        scales = List.copyOf(scales);
        domains = List.copyOf(domains);
        texts = List.copyOf(texts);
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
    }

    /** All items, in the order of the page. */
    public List<Item> items() {
        return domains.stream().flatMap(domain -> domain.items().stream()).toList();
    }

    /** The items that must be rated or marked "not observed". */
    public List<Item> required() {
        return items().stream().filter(Item::required).toList();
    }

    public boolean knows(String item) {
        return items().stream().anyMatch(each -> each.code().equals(item));
    }

    /**
     * @throws NoSuchElementException when this version has no such item
     */
    public Item item(String item) {
        return items().stream().filter(each -> each.code().equals(item)).findFirst().orElseThrow();
    }

    /**
     * @throws NoSuchElementException when this version has no such scale
     */
    public Scale scale(String scale) {
        return scales.stream().filter(each -> each.code().equals(scale)).findFirst().orElseThrow();
    }

    /** The scale an item of this form is rated on. */
    public Scale scaleOf(Item item) {
        return scale(item.scale());
    }

    /** The domain an item of this form stands in. */
    public Domain domainOf(Item item) {
        return domains.stream().filter(d -> d.items().contains(item)).findFirst().orElseThrow();
    }

    /** What a rating of 1 to 5 means for an item of this form. */
    public String anchor(Item item, int rating) {
        return item.anchors().isEmpty()
                ? scaleOf(item).level(rating).meaning()
                : item.anchors().get(rating - 1);
    }

    public boolean asks(String text) {
        return texts.stream().anyMatch(each -> each.code().equals(text));
    }

    /**
     * @throws NoSuchElementException when this version has no such question
     */
    public TextQuestion text(String text) {
        return texts.stream().filter(each -> each.code().equals(text)).findFirst().orElseThrow();
    }
}
