package org.preceptorportal.observed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.FormFile;
import org.preceptorportal.form.FormReading;
import org.preceptorportal.form.Item;

/**
 * The submitted evaluations of an institution as they stood at a cut-off (OB-1), in the order of
 * rotation's end, submission, id. Callers answer for who may see what comes of them.
 */
public final class Sheets {
    /** Rows that are read at once. */
    private static final int FETCH = 5000;

    /** Read once: each page of a night would read them anew. */
    private static final Map<String, Optional<Layout>> SHIPPED = new ConcurrentHashMap<>();

    private static final String WHERE =
            " from evaluation e join rotation r on r.id = e.rotation_id"
                    + " left join evaluation later on later.id = e.superseded_by"
                    + " where e.tenant_id = ? and e.status = 'SUBMITTED' and e.phase = any (?)"
                    + " and e.submitted_at <= ?"
                    // As an "or" it seems to leave next to nothing, and rows are looked up singly.
                    + " and coalesce(later.submitted_at, 'infinity') > ?";

    private final Connection connection;
    private final long tenant;
    private final Instant cutoff;
    private final Map<String, Optional<Layout>> published = new HashMap<>();

    /** Reads in the connection's transaction; the connection stays open. */
    public Sheets(Connection connection, long tenant, Instant cutoff) {
        this.connection = connection;
        this.tenant = tenant;
        this.cutoff = cutoff;
    }

    /** Finals and middles of learners. */
    public List<Sheet> ofLearners(Collection<Long> learners) throws SQLException {
        return read(
                new String[] {"FINAL", "MID"},
                " and e.learner_id = any (?)",
                connection.createArrayOf("bigint", learners.toArray()));
    }

    /** Finals of rotations that ended from one day to another. */
    public List<Sheet> ended(LocalDate from, LocalDate until) throws SQLException {
        return read(new String[] {"FINAL"}, " and r.end_date between ? and ?", from, until);
    }

    /**
     * Finals as they stood at two moments.
     *
     * @param now at the cut-off
     * @param then at an earlier one
     */
    public record Twice<T>(List<T> now, List<T> then) {
        private void add(
                T each, Instant submitted, Instant replaced, Instant cutoff, Instant earlier) {
            if (replaced == null || replaced.isAfter(cutoff)) {
                now.add(each);
            }
            if (!submitted.isAfter(earlier)) {
                then.add(each);
            }
        }
    }

    /**
     * Finals of rotations that ended from one day to another as they stand and as they stood, read
     * at once: most are the same.
     *
     * @param earlier a moment before the cut-off
     */
    public Twice<Sheet> endedTwice(LocalDate from, LocalDate until, Instant earlier)
            throws SQLException {
        Twice<Sheet> twice = new Twice<>(new ArrayList<>(), new ArrayList<>());
        read(
                earlier,
                new String[] {"FINAL"},
                " and r.end_date between ? and ?",
                (sheet, replaced) ->
                        twice.add(sheet, sheet.submittedAt(), replaced, cutoff, earlier),
                from,
                until);
        return twice;
    }

    /**
     * Which finals there are.
     *
     * @param ids by submission
     * @param layouts of their forms, those that are known
     */
    public record Ended(List<Long> ids, List<Layout> layouts) {}

    /** Which finals of rotations there are that ended from one day to another: cheap. */
    public Ended which(LocalDate from, LocalDate until) throws SQLException {
        String sql =
                "select e.id, e.form, e.form_version"
                        + WHERE
                        + " and r.end_date between ? and ? order by e.submitted_at, e.id";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH);
            bind(select, new String[] {"FINAL"}, from, until);
            List<Long> ids = new ArrayList<>();
            Set<Layout> layouts = new LinkedHashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                    layout(row.getString(2), row.getInt(3)).ifPresent(layouts::add);
                }
            }
            return new Ended(ids, List.copyOf(layouts));
        }
    }

    /** Whose, where and of when an evaluation is; a roster import may correct the last two. */
    public record Place(long id, long preceptor, long site, LocalDate ended) {
        /** As a record says itself, which keys are made of; a record takes ten times as long. */
        @Override
        public String toString() {
            return "Place[id="
                    + id
                    + ", preceptor="
                    + preceptor
                    + ", site="
                    + site
                    + ", ended="
                    + ended
                    + "]";
        }
    }

    /** Whose, where and of when those are, by submission: cheap. */
    public List<Place> placesEnded(LocalDate from, LocalDate until) throws SQLException {
        return placesEndedTwice(from, until, cutoff).now();
    }

    /** The same at two moments, as {@link #endedTwice}. */
    public Twice<Place> placesEndedTwice(LocalDate from, LocalDate until, Instant earlier)
            throws SQLException {
        String sql =
                "select e.id, e.preceptor_id, r.site_id, r.end_date, e.submitted_at,"
                        + " later.submitted_at"
                        + WHERE
                        + " and r.end_date between ? and ? order by e.submitted_at, e.id";
        Twice<Place> twice = new Twice<>(new ArrayList<>(), new ArrayList<>());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(earlier, select, new String[] {"FINAL"}, from, until);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    twice.add(
                            new Place(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getObject(4, LocalDate.class)),
                            moment(row, 5),
                            moment(row, 6),
                            cutoff,
                            earlier);
                }
            }
        }
        return twice;
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /**
     * Rotations whose preceptor saw too little to evaluate.
     *
     * @param by {@code learner_id}, {@code preceptor_id} or {@code site_id}
     */
    public Map<Long, Integer> littleContact(String by, LocalDate from, LocalDate until)
            throws SQLException {
        String sql =
                "select "
                        + switch (by) {
                            case "learner_id", "preceptor_id", "site_id" -> by;
                            default -> throw new IllegalArgumentException(by);
                        }
                        + ", count(*) from duty where tenant_id = ? and phase = 'FINAL'"
                        + " and state = 'INSUFFICIENT_CONTACT' and closed_at <= ?"
                        + " and ends_on between ? and ? group by 1";
        Map<Long, Integer> counts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, tenant);
            select.setObject(2, OffsetDateTime.ofInstant(cutoff, ZoneOffset.UTC));
            select.setObject(3, from);
            select.setObject(4, until);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getLong(1), row.getInt(2));
                }
            }
        }
        return counts;
    }

    private void bind(PreparedStatement select, String[] phases, Object... more)
            throws SQLException {
        bind(cutoff, select, phases, more);
    }

    /**
     * @param standing what was replaced after this moment is read as well
     */
    private void bind(Instant standing, PreparedStatement select, String[] phases, Object... more)
            throws SQLException {
        select.setLong(1, tenant);
        select.setArray(2, connection.createArrayOf("text", phases));
        select.setObject(3, OffsetDateTime.ofInstant(cutoff, ZoneOffset.UTC));
        select.setObject(4, OffsetDateTime.ofInstant(standing, ZoneOffset.UTC));
        for (int i = 0; i < more.length; i++) {
            select.setObject(5 + i, more[i]);
        }
    }

    private List<Sheet> read(String[] phases, String where, Object... more) throws SQLException {
        List<Sheet> sheets = new ArrayList<>();
        read(cutoff, phases, where, (sheet, replaced) -> sheets.add(sheet), more);
        return sheets;
    }

    /**
     * @param found gets each sheet, and when it was replaced: null if it was not
     */
    private void read(
            Instant standing,
            String[] phases,
            String where,
            BiConsumer<Sheet, Instant> found,
            Object... more)
            throws SQLException {
        // One row for each evaluation, its answers packed: a tenth of the rows, no second query.
        String sql =
                "select e.id, e.learner_id, e.rotation_id, e.preceptor_id, r.site_id, e.phase,"
                        + " e.submitted_at, r.end_date, coalesce(e.straight_line, false), e.form,"
                        + " e.form_version, a.questions, a.marks, later.submitted_at"
                        + WHERE.replace(
                                " where ",
                                " left join lateral (select array_agg(question) questions,"
                                        + " array_agg(value) marks from evaluation_answer"
                                        + " where evaluation_id = e.id and length(value) = 1) a"
                                        + " on true where ")
                        + where
                        + " order by r.end_date, e.submitted_at, e.id";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH);
            bind(standing, select, phases, more);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.accept(sheet(row), moment(row, 14));
                }
            }
        }
    }

    private Sheet sheet(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        String code = row.getString(10);
        int version = row.getInt(11);
        Layout layout = layout(code, version).orElse(null);
        String fault = null;
        byte[] marks = new byte[0];
        if (layout == null) {
            fault =
                    "Evaluation %d was answered on form %s-%d, which this portal does not know."
                            .formatted(id, code, version);
        } else {
            marks = new byte[layout.items().size()];
            Arrays.fill(marks, (byte) Sheet.UNANSWERED);
            if (row.getArray(12) != null) {
                String[] questions = (String[]) row.getArray(12).getArray();
                String[] values = (String[]) row.getArray(13).getArray();
                for (int i = 0; i < questions.length; i++) {
                    Integer place = layout.place(questions[i]);
                    if (place != null) {
                        int mark = values[i].charAt(0) - '0';
                        if (mark < 0 || mark > 5) {
                            fault =
                                    "Evaluation %d has a rating outside of the scale for \"%s\"."
                                            .formatted(id, questions[i]);
                        } else {
                            marks[place] = (byte) mark;
                        }
                    }
                }
            }
            for (Item item : layout.form().required()) {
                if (fault == null && marks[layout.place(item.code())] == Sheet.UNANSWERED) {
                    fault = "Evaluation %d has no answer for \"%s\".".formatted(id, item.code());
                }
            }
        }
        return new Sheet(
                id,
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                "MID".equals(row.getString(6)),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8, LocalDate.class),
                row.getBoolean(9),
                layout,
                new Sheet.Marks(marks),
                fault);
    }

    private Optional<Layout> layout(String code, int version) throws SQLException {
        String key = code + "-" + version;
        Optional<Layout> known = SHIPPED.computeIfAbsent(key, name -> shipped(name, version));
        if (known.isEmpty()) {
            known = published.get(key);
        }
        if (known == null) {
            known = text(code, version).map(text -> new Layout(form(key, text, version)));
            published.put(key, known);
        }
        return known;
    }

    private static EvaluationForm form(String key, String text, int version) {
        FormReading reading = FormFile.read(text, version);
        if (!reading.good()) {
            throw new IllegalStateException("form " + key + ": " + reading.problems());
        }
        return reading.form();
    }

    private static Optional<Layout> shipped(String key, int version) {
        try (InputStream file = Sheets.class.getResourceAsStream("/forms/" + key + ".yaml")) {
            if (file == null) {
                return Optional.empty();
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new Layout(form(key, text, version)));
        } catch (IOException e) {
            throw new IllegalStateException("form " + key + " cannot be read", e);
        }
    }

    /** A published version never changes (FO-1), so its text may be read here as well. */
    private Optional<String> text(String code, int version) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select body from evaluation_form where tenant_id = ? and code = ?"
                                + " and number = ?")) {
            select.setLong(1, tenant);
            select.setString(2, code);
            select.setInt(3, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
