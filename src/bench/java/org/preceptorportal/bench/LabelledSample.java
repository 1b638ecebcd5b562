package org.preceptorportal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preceptorportal.privacy.PatientPrivacy;
import org.preceptorportal.privacy.PrivacyHit;
import org.preceptorportal.privacy.SafeHarborClass;

/**
 * A file of texts in which a person marked what points at a patient: {@code [[NAME:Mrs. Alvarez]]}.
 *
 * @param knownNames the names that are no patient data, of the line {@code known:}
 * @param texts one for each line
 */
public record LabelledSample(List<String> knownNames, List<Text> texts) {
    private static final Pattern MARK = Pattern.compile("\\[\\[([A-Z_]+):(.+?)]]");

    /**
     * A text without its marks.
     *
     * @param plain as the author wrote it
     * @param marked what a person found in it
     */
    public record Text(String plain, List<PrivacyHit> marked) {}

    /**
     * What was marked and what was found, of one class or of all.
     *
     * @param marked spans that a person marked
     * @param recalled those of them that a hit of their class meets
     * @param found hits
     * @param right those of them that meet a mark of their class
     */
    public record Score(int marked, int recalled, int found, int right) {
        /** The share of marks that were found; 1 if there were none. */
        public double recall() {
            return marked == 0 ? 1 : (double) recalled / marked;
        }

        /** The share of hits that are right; 1 if there were none. */
        public double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        Score plus(Score other) {
            return new Score(
                    marked + other.marked,
                    recalled + other.recalled,
                    found + other.found,
                    right + other.right);
        }
    }

    /** {@code development} or {@code held-out}, from the folder of the project. */
    public static LabelledSample half(String name) {
        try {
            return read(
                    Files.readAllLines(
                            Path.of("src/bench/resources/privacy").resolve(name + ".txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LabelledSample read(List<String> lines) {
        List<String> known = new ArrayList<>();
        List<Text> texts = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("known:")) {
                known.addAll(List.of(line.substring("known:".length()).strip().split("; *", -1)));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                texts.add(text(line));
            }
        }
        return new LabelledSample(List.copyOf(known), List.copyOf(texts));
    }

    private static Text text(String line) {
        StringBuilder plain = new StringBuilder();
        List<PrivacyHit> marked = new ArrayList<>();
        int last = 0;
        for (Matcher mark = MARK.matcher(line); mark.find(); last = mark.end()) {
            plain.append(line, last, mark.start());
            int start = plain.length();
            plain.append(mark.group(2));
            marked.add(
                    new PrivacyHit(
                            start, plain.length(), SafeHarborClass.valueOf(mark.group(1))));
        }
        return new Text(plain.append(line.substring(last)).toString(), List.copyOf(marked));
    }

    /** Span by span, where meeting counts; a class of null takes all, each with its own. */
    public Score spans(PatientPrivacy privacy, SafeHarborClass kind) {
        Score sum = new Score(0, 0, 0, 0);
        for (Text text : texts) {
            List<PrivacyHit> marks = of(kind, text.marked());
            List<PrivacyHit> hits = of(kind, privacy.check(text.plain(), knownNames));
            sum =
                    sum.plus(
                            new Score(
                                    marks.size(),
                                    meeting(marks, hits),
                                    hits.size(),
                                    meeting(hits, marks)));
        }
        return sum;
    }

    /** Text by text: one that has a mark should have a hit, one without should have none. */
    public Score texts(PatientPrivacy privacy) {
        Score sum = new Score(0, 0, 0, 0);
        for (Text text : texts) {
            int marked = text.marked().isEmpty() ? 0 : 1;
            int found = privacy.check(text.plain(), knownNames).isEmpty() ? 0 : 1;
            sum = sum.plus(new Score(marked, marked * found, found, marked * found));
        }
        return sum;
    }

    private static List<PrivacyHit> of(SafeHarborClass kind, List<PrivacyHit> hits) {
        return hits.stream().filter(hit -> kind == null || hit.kind() == kind).toList();
    }

    private static int meeting(List<PrivacyHit> these, List<PrivacyHit> those) {
        return (int)
                these.stream()
                        .filter(
                                a ->
                                        those.stream()
                                                .anyMatch(
                                                        b ->
                                                                a.kind() == b.kind()
                                                                        && a.start() < b.end()
                                                                        && b.start() < a.end()))
                        .count();
    }
}
