package org.preceptorportal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.judges.Dss;
import org.preceptorportal.judges.Pdfsig;
import org.preceptorportal.judges.Qpdf;
import org.preceptorportal.judges.VeraPdf;
import org.preceptorportal.reports.PrintedLetter;
import org.preceptorportal.reports.SealSlot;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.seal.Signatory;
import org.preceptorportal.seal.Verdict.Level;

/** Archive files of a real letter, before foreign judges. */
class LiftTest {
    private static final Dss PASSED = new Dss("PAdES-BASELINE-LTA", "TOTAL_PASSED", "");

    @TempDir Path folder;
    private Seal seal;
    private byte[] original;

    @BeforeEach
    void sign() {
        seal = new Seal(folder, null, Clock.systemUTC());
        original = sealed(seal, Instant.now());
    }

    static byte[] sealed(Seal by, Instant at) {
        var slot =
                SealSlot.open(
                        PrintedLetter.original(), "Dr. Ana Ruiz", "I wrote it", at, by.reserve());
        return slot.close(by.sign(slot.signedBytes(), new Signatory("Dr. Ana Ruiz", "Northgate")));
    }

    private static Instant inYears(int years) {
        return Instant.now().plus(Duration.ofDays(365L * years));
    }

    private List<X509Certificate> rootAlone() {
        return seal.authorities().subList(0, 1);
    }

    @Test
    void passesTheEuropeanValidatorForYearsWhoeverIsTrusted() {
        var made = new Lift(seal).of(original);
        assertThat(made.renewBefore())
                .isBetween(inYears(9).minusSeconds(600), inYears(9).plusSeconds(60));
        var lifted = made.bytes();
        for (int years : List.of(0, 1, 9)) {
            for (var trusted : List.of(rootAlone(), seal.authorities())) {
                assertThat(Dss.judge(lifted, trusted, inYears(years)))
                        .as("after %d years, %d trusted", years, trusted.size())
                        .isEqualTo(PASSED);
            }
        }
        assertThat(Dss.judge(original, rootAlone()).indication())
                .as("what the archive is for: the original needs more than the root")
                .isEqualTo("INDETERMINATE");
    }

    @Test
    void s2_beginsWithTheOriginalAndStaysAccessible() throws Exception {
        var lifted = new Lift(seal).of(original).bytes();
        assertThat(Arrays.copyOf(lifted, original.length)).isEqualTo(original);
        for (var norm : List.of("2a", "ua1")) {
            assertThat(VeraPdf.failures(lifted, norm)).as(norm).isEmpty();
        }
        var file = Files.write(folder.resolve("lifted.pdf"), lifted);
        assertThat(Qpdf.check(file).sound()).isTrue();
        var pdfsig = Pdfsig.judge(file);
        assertThat(pdfsig.said()).contains("Signature is Valid");
        assertThat(pdfsig.signatures()).as("the author's and the time-stamp").isEqualTo(2);
        var verdict = seal.verify(lifted);
        assertThat(verdict.intact()).as(verdict.fault()).isTrue();
        assertThat(verdict.level()).isEqualTo(Level.BASELINE_LTA);
    }

    /** The one-use certificate has ended then; only the time-stamp tells that it had not. */
    @Test
    void liftsALetterOfLastMonth(@TempDir Path past) {
        var then = Clock.fixed(Instant.now().minus(Duration.ofDays(40)), ZoneOffset.UTC);
        var old = sealed(new Seal(past, null, then), then.instant());
        seal = new Seal(past, null, Clock.systemUTC());
        var lifted = new Lift(seal).of(old).bytes();
        assertThat(seal.verify(lifted).level()).isEqualTo(Level.BASELINE_LTA);
        for (int years : List.of(0, 9)) {
            assertThat(Dss.judge(lifted, rootAlone(), inYears(years))).isEqualTo(PASSED);
        }
    }

    /** Signed nine years ago; renewed under the second generation. */
    @Test
    void renewedItOutlivesTheFirstTimeStampsCertificate(@TempDir Path past) {
        var then = Clock.fixed(inYears(-9), ZoneOffset.UTC);
        var old = sealed(new Seal(past, null, then), then.instant());
        seal = new Seal(past, null, Clock.systemUTC());
        var first = new Lift(seal).of(old);
        assertThat(first.renewBefore())
                .as("in the last quarter of what its certificate had left")
                .isBetween(Instant.now().plus(Duration.ofDays(270)), inYears(1));
        assertThat(Dss.judge(first.bytes(), rootAlone(), inYears(3)).indication())
                .as("the first time-stamp's certificate has ended")
                .isEqualTo("INDETERMINATE");

        seal.roll(false);
        var second = new Lift(seal).of(first.bytes());

        assertThat(Arrays.copyOf(second.bytes(), first.bytes().length)).isEqualTo(first.bytes());
        assertThat(second.renewBefore()).isAfter(inYears(8));
        for (int years : List.of(0, 9)) {
            assertThat(Dss.judge(second.bytes(), rootAlone(), inYears(years)))
                    .as("after %d years", years)
                    .isEqualTo(PASSED);
        }
        assertThat(seal.verify(second.bytes()).intact()).isTrue();
    }

    @Test
    void liftsWhatFormerGenerationsAndRootsHaveSealed() {
        seal.roll(true);
        var lifted = new Lift(seal).of(original).bytes();
        var roots =
                seal.authorities().stream()
                        .filter(c -> c.getSubjectX500Principal().equals(c.getIssuerX500Principal()))
                        .toList();
        assertThat(roots).hasSize(2);
        assertThat(Dss.judge(lifted, roots, inYears(5))).isEqualTo(PASSED);
    }

    @Test
    void s6_aFileThatIsNoneIsRefusedByName() {
        var lift = new Lift(seal);
        for (var bad :
                List.of(
                        "no PDF".getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOf(original, original.length / 2),
                        new byte[0])) {
            assertThatThrownBy(() -> lift.of(bad)).isInstanceOf(NotLiftable.class);
        }
    }
}
