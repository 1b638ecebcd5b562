package org.preceptorportal.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Something a night made, by hashes: no name stands here, only numbers of rows.
 *
 * @param kind the table that lists it, for instance {@code skill_report}
 * @param item whose it is, for instance {@code learner=12 program=3}; one of its kind in a night
 * @param inputs hash of what it was made from
 * @param outputs hashes of its files, or of the list of its files
 */
public record Artefact(String kind, String item, String inputs, List<String> outputs)
        implements Comparable<Artefact> {
    private static final Comparator<Artefact> ORDER =
            Comparator.comparing(Artefact::kind).thenComparing(Artefact::item);

    public Artefact {
        Objects.requireNonNull(kind, "an artefact is of a kind");
        Objects.requireNonNull(item, "an artefact is somebody's");
        Objects.requireNonNull(inputs, "an artefact is made from something");
        outputs = List.copyOf(outputs);
    }

    /** By kind and item: the order of every list. */
    @Override
    public int compareTo(Artefact other) {
        return ORDER.compare(this, other);
    }
}
