package org.preceptorportal.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preceptorportal.roster.RosterTable.Row;
import org.preceptorportal.shell.Words;

/**
 * Holds the rows of an import against the rules and against what is in the portal already. It looks
 * at every row: a coordinator mends a file once, not once a mistake.
 */
final class RosterCheck {
    /**
     * What the portal knows already.
     *
     * @param keys the natural keys of each kind
     * @param owners by kind, whose e-mail address it is: address to natural key
     * @param rotations learner and NPI of each rotation id
     */
    record Known(
            Map<RosterKind, Set<String>> keys,
            Map<RosterKind, Map<String, String>> owners,
            Map<String, String> rotations) {}

    private static final DateTimeFormatter US =
            DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US)
                    .withResolverStyle(ResolverStyle.STRICT);

    private final Words words;
    private final Known known;
    private final List<RosterFault> faults;
    private final Map<RosterKind, Map<String, Long>> seen = new HashMap<>();
    private final Map<RosterKind, Map<String, Long>> seenEmails = new HashMap<>();

    RosterCheck(Words words, Known known, List<RosterFault> faults) {
        this.words = words;
        this.known = known;
        this.faults = faults;
    }

    /** Tables must come in the order of {@link RosterKind}: rotations point to all the others. */
    void check(RosterTable table) {
        for (Row row : table.rows()) {
            boolean whole = true;
            for (RosterColumn column : table.kind().columns()) {
                whole &= checkCell(table, row, column);
            }
            if (whole) {
                checkRow(table, row);
            }
        }
    }

    static Optional<LocalDate> date(String text) {
        for (DateTimeFormatter form : List.of(DateTimeFormatter.ISO_LOCAL_DATE, US)) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeException e) {
                // Not in this form; the next one is tried, and none at all is a fault of the row.
            }
        }
        return Optional.empty();
    }

    static <E extends Enum<E>> Optional<E> choice(Class<E> type, String text) {
        String plain = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().replace("_", "").equals(plain))
                .findFirst();
    }

    private boolean checkCell(RosterTable table, Row row, RosterColumn column) {
        String value = row.get(column.name());
        if (value.isEmpty()) {
            if (column.required()) {
                fault(table, row, column.name(), "import.required");
            }
            return !column.required();
        }
        if (value.length() > column.longest()) {
            fault(table, row, column.name(), "import.too-long", column.longest(), value.length());
            return false;
        }
        return true;
    }

    private void checkRow(RosterTable table, Row row) {
        String key = row.get(table.kind().key());
        Long before =
                seen.computeIfAbsent(table.kind(), k -> new HashMap<>())
                        .putIfAbsent(key, row.line());
        if (before != null) {
            fault(table, row, table.kind().key(), "import.twice", key, String.valueOf(before));
            return;
        }
        switch (table.kind()) {
            case SITES -> checkZone(table, row);
            case PRECEPTORS -> {
                if (!Npi.isValid(key)) {
                    fault(table, row, "npi", "import.npi", key);
                }
                checkEmail(table, row, key);
                checkPointer(table, row, RosterKind.SITES, "site_code", "import.site-unknown");
            }
            case LEARNERS -> {
                checkEmail(table, row, key);
                checkChoice(table, row, "stage", LearnerStage.class, "import.stage");
            }
            case PROGRAMS ->
                    checkChoice(table, row, "channel", DeliveryChannel.class, "import.channel");
            case ROTATIONS -> checkRotation(table, row, key);
            default -> throw new IllegalStateException("a kind of file without rules");
        }
    }

    private void checkRotation(RosterTable table, Row row, String key) {
        checkPointer(table, row, RosterKind.LEARNERS, "learner_id", "import.learner-unknown");
        checkPointer(table, row, RosterKind.PRECEPTORS, "npi", "import.npi-unknown");
        checkPointer(table, row, RosterKind.SITES, "site_code", "import.site-unknown");
        checkChoice(table, row, "type", RotationType.class, "import.type");
        Optional<LocalDate> start = checkDate(table, row, "start_date");
        Optional<LocalDate> end = checkDate(table, row, "end_date");
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            fault(table, row, "end_date", "import.end-before-start", end.get(), start.get());
        }
        String hours = row.get("hours_per_week");
        if (!hours.matches("[0-9]{1,3}")
                || Integer.parseInt(hours) < 1
                || Integer.parseInt(hours) > 120) {
            fault(table, row, "hours_per_week", "import.hours", hours);
        }
        String whose = known.rotations().get(key);
        if (whose != null && !whose.equals(row.get("learner_id") + "/" + row.get("npi"))) {
            fault(table, row, "rotation_id", "import.rotation-moved", key);
        }
    }

    private Optional<LocalDate> checkDate(RosterTable table, Row row, String column) {
        Optional<LocalDate> date = date(row.get(column));
        if (date.isEmpty()) {
            fault(table, row, column, "import.date", row.get(column));
        }
        return date;
    }

    private void checkZone(RosterTable table, Row row) {
        try {
            ZoneId.of(row.get("time_zone"));
        } catch (DateTimeException e) {
            fault(table, row, "time_zone", "import.zone", row.get("time_zone"));
        }
    }

    private void checkEmail(RosterTable table, Row row, String key) {
        String email = row.get("email").toLowerCase(Locale.ROOT);
        if (!email.matches("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>.]+")) {
            fault(table, row, "email", "import.email", row.get("email"));
            return;
        }
        Long before =
                seenEmails
                        .computeIfAbsent(table.kind(), k -> new HashMap<>())
                        .putIfAbsent(email, row.line());
        if (before != null) {
            fault(table, row, "email", "import.email-twice", String.valueOf(before));
            return;
        }
        String owner = known.owners().getOrDefault(table.kind(), Map.of()).get(email);
        if (owner != null && !owner.equals(key)) {
            fault(table, row, "email", "import.email-taken");
        }
    }

    private void checkPointer(
            RosterTable table, Row row, RosterKind to, String column, String words) {
        String key = row.get(column);
        boolean there =
                known.keys().getOrDefault(to, Set.of()).contains(key)
                        || seen.getOrDefault(to, Map.of()).containsKey(key);
        if (!there) {
            fault(table, row, column, words, key);
        }
    }

    private <E extends Enum<E>> void checkChoice(
            RosterTable table, Row row, String column, Class<E> type, String words) {
        if (choice(type, row.get(column)).isEmpty()) {
            fault(table, row, column, words, row.get(column));
        }
    }

    private void fault(RosterTable table, Row row, String column, String key, Object... values) {
        faults.add(
                new RosterFault(
                        table.file(), row.line(), column, words.say("roster", key, values)));
    }
}
