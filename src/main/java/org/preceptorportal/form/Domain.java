package org.preceptorportal.form;

import java.io.Serializable;
import java.util.List;

/**
 * A field of competence whose items are summed up together; they share one scale (FO-2).
 *
 * @param code short and lasting, for instance {@code patient-care}
 * @param acgme the ACGME competency it belongs to: one of {@link #COMPETENCIES}; null for a domain
 *     that describes the situation, not the learner, and counts in no figure
 */
public record Domain(String code, String label, String acgme, List<Item> items)
        implements Serializable {
    /**
     * The six ACGME core competencies: patient care, medical knowledge, practice-based learning and
     * improvement, systems-based practice, professionalism, interpersonal and communication skills.
     */
    public static final List<String> COMPETENCIES =
            List.of("PC", "MK", "PBLI", "SBP", "PROF", "ICS");

    public Domain {
        items = List.copyOf(items);
        if (code.isBlank() || label.isBlank() || items.isEmpty()) {
            throw new IllegalArgumentException(
                    "domain \"" + code + "\" needs a code, a label and at least one item");
        }
        if (items.stream().map(Item::scale).distinct().count() > 1) {
            throw new IllegalArgumentException("the items of domain " + code + " share one scale");
        }
    }

    /** The code of the scale that all items are rated on. */
    public String scale() {
        return items.get(0).scale();
    }

    /** Whether its ratings say something about the learner. */
    public boolean counts() {
        return acgme != null;
    }

    public boolean asksRequired() {
        return items.stream().anyMatch(Item::required);
    }

    public boolean asksOptional() {
        return !items.stream().allMatch(Item::required);
    }
}
