package org.preceptorportal.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.reports.ApplicantFilePrinter;
import org.preceptorportal.roster.DeliveryChannel;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Program;
import org.preceptorportal.season.PacketRules;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.Sha256;

/** BI-2: what a file's key knows. */
class ApplicantsTest {
    private static final Instant AT = Instant.parse("2026-11-02T12:00:00Z");
    private static final PacketRules.Holds ALL = new PacketRules.Holds(true, true);
    private static final Sha256 REPORT = Sha256.ofInputs("report");

    private final Applicants applicants = new Applicants();
    private String changed;

    @Test
    void s5_equalInputsAndOneDesignAreOneKey() {
        assertThat(key("1", REPORT)).isEqualTo(key("1", REPORT));
    }

    @Test
    void s5_aNewDesignOfTheCoverIsANewKey() {
        assertThat(key("2", REPORT)).isNotEqualTo(key("1", REPORT));
    }

    /** A new design of the report is another file, and so are those that bind it. */
    @Test
    void s5_anotherReportIsANewKey() {
        assertThat(key("1", Sha256.ofInputs("redrawn"))).isNotEqualTo(key("1", REPORT));
    }

    @Test
    void s5_anotherWordOnTheCoverIsANewKey() {
        Sha256 before = key("1", REPORT);
        for (String word : List.of("part.letter", "part.report", "missing.report")) {
            changed = word;
            assertThat(key("1", REPORT)).as(word).isNotEqualTo(before);
        }
    }

    private Sha256 key(String design, Sha256 report) {
        applicants.words =
                new Words() {
                    @Override
                    public String say(String room, String key, Object... arguments) {
                        return key.equals(changed) ? "another" : key;
                    }
                };
        applicants.printer =
                new ApplicantFilePrinter() {
                    @Override
                    public String version() {
                        return design;
                    }
                };
        Seasons seasons = new Seasons();
        seasons.read();
        Season season = seasons.get("2027");
        PacketRules rules =
                new PacketRules(
                        season.code(),
                        PacketRules.ApplicantOrder.NAME,
                        PacketRules.LetterOrder.RELEASED,
                        List.of(PacketRules.Part.LETTERS, PacketRules.Part.REPORT),
                        Map.of("DIRECT", ALL));
        return applicants.key(
                new Applicant(
                        new Somewhere(),
                        new Somebody(),
                        ALL,
                        List.of(letter()),
                        Map.of(),
                        report,
                        null,
                        null,
                        null),
                season,
                rules);
    }

    private static ReleasedLetter letter() {
        return new ReleasedLetter(
                1,
                2,
                3,
                4,
                "Ana Ruiz, MD",
                "Internal Medicine",
                AT,
                AT,
                true,
                true,
                true,
                Sha256.ofInputs("original"),
                Sha256.ofInputs("upload"),
                "ABCD-EFGH");
    }

    private static final class Somebody extends Learner {
        @Override
        public String fullName() {
            return "Linh Nguyễn";
        }
    }

    private static final class Somewhere extends Program {
        @Override
        public DeliveryChannel channel() {
            return DeliveryChannel.DIRECT;
        }
    }
}
