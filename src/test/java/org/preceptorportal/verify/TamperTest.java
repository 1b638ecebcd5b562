package org.preceptorportal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.revision.SignedFile;
import org.preceptorportal.seal.Verdict.Finding;
import org.preceptorportal.verify.OfflineVerifier.Judgment;
import org.preceptorportal.verify.Tampering.Variant;

/**
 * More than a thousand ways to change a sealed letter, made anew from one seed each time: the
 * page's judge and the offline verifier call every one altered.
 */
class TamperTest {
    private static final long SEED = 20_261_122;

    @TempDir static Path keys;
    private static SealedLetters letters;
    private static OfflineVerifier offline;
    private static Tampering tampering;
    private static List<Variant> variants;
    private static List<Variant> genuine;

    @BeforeAll
    static void make() throws Exception {
        letters = new SealedLetters(keys);
        offline = new OfflineVerifier(letters.seal.trust().roots());
        tampering = new Tampering(letters, SEED);
        genuine = tampering.genuine();
        variants = tampering.variants();
    }

    @Test
    void everyVariantIsCalledAlteredByThePageAndByTheOfflineVerifier() {
        Map<String, int[]> figures = new TreeMap<>();
        long start = System.nanoTime();
        StringBuilder escaped = new StringBuilder();
        for (Variant variant : variants) {
            int[] figure = figures.computeIfAbsent(variant.kind(), kind -> new int[3]);
            figure[0]++;
            var verdict = letters.seal.verify(variant.pdf());
            var line = offline.letter("letter.pdf", variant.pdf());
            figure[1] += verdict.finding() == Finding.ALTERED ? 1 : 0;
            figure[2] += line.judgment() == Judgment.ALTERED ? 1 : 0;
            if (verdict.finding() != Finding.ALTERED || line.judgment() != Judgment.ALTERED) {
                escaped.append('\n')
                        .append(variant.kind())
                        .append(" of ")
                        .append(variant.letter())
                        .append(": ")
                        .append(verdict)
                        .append(" / ")
                        .append(line);
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(
                "%-44s %8s %14s %18s%n",
                "tampering", "variants", "page: altered", "offline: altered");
        figures.forEach(
                (kind, figure) ->
                        System.out.printf(
                                "%-44s %8d %14d %18d%n", kind, figure[0], figure[1], figure[2]));
        System.out.printf("%d variants judged twice in %,d ms%n", variants.size(), millis);
        assertThat(escaped).isEmpty();
        assertThat(variants).hasSizeGreaterThan(1000);
        assertThat(figures).hasSizeGreaterThan(20);
    }

    @Test
    void theLettersTheyAreMadeOfAreGenuine() {
        for (Variant variant : genuine) {
            var verdict = letters.seal.verify(variant.pdf());
            assertThat(verdict.finding())
                    .as("%s of %s: %s", variant.kind(), variant.letter(), verdict.fault())
                    .isEqualTo(Finding.INTACT);
            assertThat(offline.letter("letter.pdf", variant.pdf()).judgment())
                    .isEqualTo(Judgment.GENUINE);
        }
        assertThat(genuine).extracting(Variant::letter).contains("single", "group", "archived");
    }

    @Test
    void theSameSeedMakesTheSameVariants() {
        List<Variant> second = tampering.variants();
        assertThat(second).hasSameSizeAs(variants);
        // Time-stamps are new each time; all else is the same bytes.
        for (int i = 0; i < variants.size(); i++) {
            if (!variants.get(i).stamped()) {
                assertThat(second.get(i).pdf()).isEqualTo(variants.get(i).pdf());
            }
        }
    }

    // --- a suite that cannot fail proves nothing ------------------------------------------------

    @Test
    void catchesAVerifierThatBelievesAnything() {
        assertThat(escapes(pdf -> true)).hasSameSizeAs(appended()).hasSizeGreaterThan(100);
    }

    /** Looks at the bytes of each signature's range, but not at what stands outside of them. */
    @Test
    void catchesAVerifierThatForgetsWhatNoSignatureCovers() {
        assertThat(escapes(this::someSignatureHolds))
                .extracting(Variant::kind)
                .contains("appended: revision with another page", "shadow: replace, unsigned");
    }

    /** Believes that a time-stamp over the whole file makes all of it good. */
    @Test
    void catchesAVerifierThatBelievesWhatATimeStampCovers() {
        assertThat(escapes(this::coveredByAnything))
                .extracting(Variant::kind)
                .contains("shadow: replace, time-stamped", "shadow: hide, time-stamped");
    }

    /** The opposite failure: one that calls everything altered is caught by the genuine letters. */
    @Test
    void catchesAVerifierThatBelievesNothing() {
        Predicate<byte[]> nothing = pdf -> false;
        assertThat(genuine).noneMatch(variant -> nothing.test(variant.pdf())).isNotEmpty();
    }

    /** Of what was appended: the broken verifiers below are slow, and good at the rest. */
    private static List<Variant> escapes(Predicate<byte[]> verifier) {
        return appended().stream().filter(variant -> verifier.test(variant.pdf())).toList();
    }

    private static List<Variant> appended() {
        return variants.stream()
                .filter(variant -> variant.kind().matches("(appended|shadow|time-stamped): .*"))
                .toList();
    }

    private boolean someSignatureHolds(byte[] pdf) {
        // Every prefix that ends a revision is what an older viewer would have been shown.
        for (int end : Tampering.ends(pdf)) {
            if (letters.seal.verify(java.util.Arrays.copyOf(pdf, end)).intact()) {
                return true;
            }
        }
        return false;
    }

    private boolean coveredByAnything(byte[] pdf) {
        try {
            SignedFile.read(pdf);
        } catch (org.preceptorportal.revision.Broken e) {
            return false;
        }
        return someSignatureHolds(pdf);
    }
}
