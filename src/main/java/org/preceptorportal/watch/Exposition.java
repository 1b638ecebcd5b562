package org.preceptorportal.watch;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures in the text format that Prometheus reads (version 0.0.4). All are gauges: what the
 * database says now, on whatever node.
 */
final class Exposition {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<String, StringBuilder> families = new LinkedHashMap<>();

    /**
     * Adds one figure.
     *
     * @param name without the portal's prefix
     * @param help one sentence, the same for each figure of this name
     * @param labels jobs, steps and the like; never a person or an institution by name
     */
    void gauge(String name, String help, Map<String, String> labels, double value) {
        String full = "portal_" + name;
        StringBuilder family =
                families.computeIfAbsent(
                        full,
                        n ->
                                new StringBuilder()
                                        .append("# HELP ")
                                        .append(n)
                                        .append(' ')
                                        .append(help)
                                        .append("\n# TYPE ")
                                        .append(n)
                                        .append(" gauge\n"));
        family.append(full);
        if (!labels.isEmpty()) {
            family.append('{');
            String comma = "";
            for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
                family.append(comma)
                        .append(label.getKey())
                        .append("=\"")
                        .append(escaped(label.getValue()))
                        .append('"');
                comma = ",";
            }
            family.append('}');
        }
        family.append(' ').append(plain(value)).append('\n');
    }

    String text() {
        return String.join("", families.values());
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
