package org.preceptorportal.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.preceptorportal.preflight.Finding.Item;
import org.preceptorportal.preflight.Finding.Outcome;
import org.preceptorportal.season.Profile.Shown;
import org.preceptorportal.season.TextProfile;
import org.preceptorportal.shell.Words;

/** A letter without layout, for fields and mails. */
class TextPreflightTest {
    private static final String LETTER =
            """
            Bay Area Clinic
            1200 Oak Street, Oakland, CA 94607
            (510) 555-0142
            j.doe@clinic.example

            November 20, 2026

            I worked with this applicant for four weeks.

            Jane Doe, MD
            """;

    private static final TextProfile FIELDS =
            new TextProfile(
                    "fields",
                    "Fields",
                    600,
                    300,
                    200,
                    78,
                    Pattern.compile("[ -~]"),
                    Set.of(Shown.values()));

    private final TextPreflight preflight = new TextPreflight();

    @Test
    void findsNothingWrongWithAGoodLetter() {
        assertThat(check(LETTER)).extracting(Finding::outcome).containsOnly(Outcome.GOOD);
        assertThat(check(LETTER)).hasSize(3 + Shown.values().length);
    }

    @Test
    void measuresTextAndLines() {
        assertThat(one(LETTER + "Word. ".repeat(30), Item.LENGTH).outcome())
                .isEqualTo(Outcome.DOUBT);
        assertThat(one(LETTER + "Word. ".repeat(99), Item.LENGTH).outcome()).isEqualTo(Outcome.BAD);
        assertThat(one(LETTER + "x".repeat(78), Item.LINES).outcome()).isEqualTo(Outcome.GOOD);
        assertThat(one(LETTER + "x".repeat(79), Item.LINES).outcome()).isEqualTo(Outcome.DOUBT);
        assertThat(said(one(LETTER + "x".repeat(201), Item.LINES)))
                .isEqualTo(
                        "A line has 201 characters, and mail takes 200. Put a blank into the longest"
                                + " word or address.");
    }

    @Test
    void namesCharactersThatOldFieldsLose() {
        Finding finding = one(LETTER + "Nguyễn “said”\u200f so", Item.CHARACTERS);
        assertThat(finding.outcome()).isEqualTo(Outcome.DOUBT);
        assertThat(said(finding)).contains("question marks: ễ “ ” U+200F.");
    }

    @Test
    void refusesWhatIsNoCharacter() {
        Finding finding = one(LETTER + "a\u0007b\ue000", Item.CHARACTERS);
        assertThat(finding.ok()).isFalse();
        assertThat(said(finding)).contains("U+0007 U+E000");
    }

    @Test
    void looksForWhatReadersNeedAndBelievesWhatThePortalWrote() {
        assertThat(one("A fine learner.", Item.PHONE).ok()).isFalse();
        assertThat(
                        preflight.check(
                                "A fine learner.",
                                "Jane Doe",
                                Optional.of(Set.of(Shown.values())),
                                FIELDS))
                .allMatch(Finding::ok);
    }

    @Test
    void hasWordsForEveryFinding() {
        for (String text : List.of(LETTER, "x".repeat(250), "ễ" + "x".repeat(700), "\u0007")) {
            for (Finding finding : check(text)) {
                assertThat(said(finding)).isNotBlank().doesNotContain("{");
                assertThat(new Words().say("preflight", "item." + finding.item())).isNotBlank();
            }
        }
    }

    private List<Finding> check(String text) {
        return preflight.check(text, "Jane Doe, MD", Optional.empty(), FIELDS);
    }

    private Finding one(String text, Item item) {
        return check(text).stream().filter(f -> f.item() == item).findFirst().orElseThrow();
    }

    private static String said(Finding finding) {
        return new Words().say("preflight", finding.key(), finding.args());
    }
}
