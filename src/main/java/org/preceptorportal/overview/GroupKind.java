package org.preceptorportal.overview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a report is about. */
public enum GroupKind {
    COHORT(
            "learners",
            "evaluations",
            "not_observed",
            "mean",
            "deviation",
            "band_low",
            "band_middle",
            "band_high"),
    PRECEPTOR(
            "evaluations",
            "mean",
            "deviation",
            "peers_mean",
            "leniency",
            "leniency_low",
            "leniency_high",
            "leniency_shared",
            "leniency_reason"),
    SITE("evaluations", "ratings", "not_observed", "mean", "ci95_low", "ci95_high", "others_mean");

    private final Set<String> columns;

    GroupKind(String... columns) {
        this.columns = Set.of(columns);
    }

    /** Of the report's file, the columns that its page shows. */
    Set<String> columns() {
        return columns;
    }

    /** As addresses and message keys spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<GroupKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
