package org.preceptorportal.fairness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which learners and raters can be compared at all: the groups of the graph in which a rating joins
 * a learner and a rater (union-find with path halving, Tarjan &amp; van Leeuwen 1984).
 */
final class Linkage {
    private final Map<Long, Integer> learners = new HashMap<>();
    private final Map<Long, Integer> raters = new HashMap<>();
    private final List<Integer> parent = new ArrayList<>();

    Linkage(Collection<Rating> ratings) {
        for (Rating rating : ratings) {
            int learner = find(learners.computeIfAbsent(rating.learner(), id -> node()));
            int rater = find(raters.computeIfAbsent(rating.rater(), id -> node()));
            // The lower number wins, whoever comes first: groups do not depend on the order.
            parent.set(Math.max(learner, rater), Math.min(learner, rater));
        }
    }

    private int node() {
        parent.add(parent.size());
        return parent.size() - 1;
    }

    private int find(int node) {
        int at = node;
        while (parent.get(at) != at) {
            parent.set(at, parent.get(parent.get(at)));
            at = parent.get(at);
        }
        return at;
    }

    /** The ratings of the group with most learners; of equal ones, that of the lowest learner. */
    List<Rating> largest(List<Rating> ratings) {
        Map<Integer, Integer> sizes = new HashMap<>();
        Map<Integer, Long> lowest = new HashMap<>();
        learners.forEach(
                (id, node) -> {
                    sizes.merge(find(node), 1, Integer::sum);
                    lowest.merge(find(node), id, Math::min);
                });
        int group = -1;
        for (int candidate : sizes.keySet()) {
            if (group < 0
                    || sizes.get(candidate) > sizes.get(group)
                    || sizes.get(candidate).equals(sizes.get(group))
                            && lowest.get(candidate) < lowest.get(group)) {
                group = candidate;
            }
        }
        int largest = group;
        return ratings.stream().filter(r -> find(learners.get(r.learner())) == largest).toList();
    }
}
