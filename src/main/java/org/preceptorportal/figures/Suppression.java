package org.preceptorportal.figures;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of several groups may not be shown, so that none of few can be found, not even by taking
 * the shown from the whole (primary and complementary suppression; Willenborg &amp; de Waal 2001,
 * Elements of Statistical Disclosure Control, section 6).
 */
final class Suppression {
    private Suppression() {}

    /**
     * Groups below the minimum, and of the others the smallest as long as those hidden are fewer
     * than two or together below the minimum.
     *
     * @param sizes evaluations by group
     */
    static Set<Long> hidden(Map<Long, Integer> sizes, int minimum) {
        Set<Long> hidden = new TreeSet<>();
        sizes.forEach(
                (group, size) -> {
                    if (size < minimum) {
                        hidden.add(group);
                    }
                });
        while (!hidden.isEmpty()
                && hidden.size() < sizes.size()
                && (hidden.size() < 2 || hidden.stream().mapToInt(sizes::get).sum() < minimum)) {
            sizes.keySet().stream()
                    .filter(group -> !hidden.contains(group))
                    .min(
                            Comparator.comparing((Long group) -> sizes.get(group))
                                    .thenComparing(group -> group))
                    .ifPresent(hidden::add);
        }
        return hidden;
    }
}
