package org.preceptorportal.evaluation;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;

/**
 * One version of a form. A published version never changes: a new wording is a new version (EV-7).
 *
 * @param scale the five levels, lowest first
 */
public record EvaluationForm(
        String code, int version, String title, List<Level> scale, List<Domain> domains)
        implements Serializable {
    /**
     * The six ACGME core competencies and the three that matter most to graduates new to US care.
     */
    static final Set<String> REQUIRED_DOMAINS =
            Set.of(
                    "patient-care",
                    "medical-knowledge",
                    "practice-based-learning",
                    "systems-based-practice",
                    "professionalism",
                    "interpersonal-skills",
                    "communication",
                    "cultural-competency",
                    "situational-awareness");

    public EvaluationForm {
        scale = List.copyOf(scale);
        domains = List.copyOf(domains);
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        for (int i = 0; i < scale.size(); i++) {
            if (scale.get(i).value() != i + 1) {
                throw new IllegalArgumentException("the scale must run from 1 to 5 in order");
            }
        }
        if (scale.size() != 5) {
            throw new IllegalArgumentException(
                    "the scale has " + scale.size() + " levels; it needs five");
        }
        Set<String> missing = new TreeSet<>(REQUIRED_DOMAINS);
        Set<String> seen = new HashSet<>();
        for (Domain domain : domains) {
            missing.remove(domain.code());
            for (Item item : domain.items()) {
                if (!seen.add(item.code())) {
                    throw new IllegalArgumentException("item " + item.code() + " is there twice");
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("domains are missing: " + missing);
        }
    }

    /** All items, in the order of the page. */
    public List<Item> items() {
        return domains.stream().flatMap(domain -> domain.items().stream()).toList();
    }

    public boolean knows(String item) {
        return items().stream().anyMatch(each -> each.code().equals(item));
    }

    /**
     * @throws NoSuchElementException when this version has no such item
     */
    public Item item(String code) {
        return items().stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
    }
}
