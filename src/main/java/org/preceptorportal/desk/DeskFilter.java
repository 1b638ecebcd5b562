package org.preceptorportal.desk;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.preceptorportal.duty.Phase;

/**
 * Which duties, in which order; all of it stands in the page's address.
 *
 * @param phase null for both
 * @param site null for all, like preceptor and learner
 * @param words beginnings of names, all of which must be found, without regard to accents
 * @param reversed the order turned around
 */
public record DeskFilter(
        Show show,
        Phase phase,
        Long site,
        Long preceptor,
        Long learner,
        String words,
        Order order,
        boolean reversed)
        implements Serializable {
    public DeskFilter {
        show = show == null ? Show.OWED : show;
        words = words == null ? "" : words.strip();
        order = order == null ? Order.DUE : order;
    }

    public static DeskFilter owed() {
        return new DeskFilter(null, null, null, null, null, null, null, false);
    }

    public DeskFilter showing(Show other) {
        return new DeskFilter(other, phase, site, preceptor, learner, words, order, reversed);
    }

    /** By this order; a second time turned around. */
    public DeskFilter by(Order other) {
        return new DeskFilter(
                show, phase, site, preceptor, learner, words, other, other == order && !reversed);
    }

    public DeskFilter ofPreceptor(Long id) {
        return new DeskFilter(show, phase, site, id, learner, words, order, reversed);
    }

    public DeskFilter ofLearner(Long id) {
        return new DeskFilter(show, phase, site, preceptor, id, words, order, reversed);
    }

    /** As a query string, without the question mark; only what differs from the plain list. */
    public String query() {
        StringJoiner query = new StringJoiner("&");
        put(query, "show", show == Show.OWED ? null : show);
        put(query, "phase", phase);
        put(query, "site", site);
        put(query, "preceptor", preceptor);
        put(query, "learner", learner);
        put(query, "q", words.isEmpty() ? null : words);
        put(query, "sort", order == Order.DUE ? null : order);
        put(query, "reversed", reversed ? "true" : null);
        return query.toString();
    }

    private static void put(StringJoiner query, String name, Object value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

    /** The words for PostgreSQL's text search: "osei:* & ad:*"; empty when there are none. */
    String searched() {
        return tokens().stream().map(t -> t + ":*").collect(Collectors.joining(" & "));
    }

    /** Words that hold nothing to search for find nothing, rather than everything. */
    boolean findsNothing() {
        return !words.isEmpty() && tokens().isEmpty();
    }

    private List<String> tokens() {
        String plain =
                Normalizer.normalize(words, Normalizer.Form.NFD)
                        .replaceAll("[\\u0300-\\u036f]", "")
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(t -> !t.isEmpty())
                .toList();
    }

    /** True when the tally knows the numbers: then nothing needs to be counted. */
    boolean tallied() {
        return words.isEmpty() && learner == null && (site == null || preceptor == null);
    }
}
