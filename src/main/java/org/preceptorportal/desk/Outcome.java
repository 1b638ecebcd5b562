package org.preceptorportal.desk;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of an action on many (DE-4).
 *
 * @param left how many were left out, by the words of the reason
 */
public record Outcome(int done, Map<String, Integer> left) implements Serializable {
    public Outcome {
        left = new TreeMap<>(left);
    }

    public int leftOut() {
        return left.values().stream().mapToInt(Integer::intValue).sum();
    }
}
