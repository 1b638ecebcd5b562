package org.preceptorportal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.seal.Verdict.Finding;

/** SE-9. */
class PortalSealTest {
    private static final byte[] STATEMENT = "{\"made\": 3}".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private Seal seal;
    private PortalSeal portal;

    @BeforeEach
    void open() {
        seal = new Seal(folder, null, Clock.systemUTC());
        portal = new PortalSeal(seal);
    }

    @Test
    void signsWhatThePortalStates() {
        var verdict = portal.verify(STATEMENT, portal.sign(STATEMENT));
        assertThat(verdict.intact()).as(verdict.fault()).isTrue();
        assertThat(verdict.signatory().name()).isEqualTo("Preceptor Portal");
        assertThat(verdict.stampedBy()).isEqualTo("Preceptor Portal Time-stamps");
    }

    @Test
    void anotherWordIsNotWhatItStated() {
        var p7s = portal.sign(STATEMENT);
        var other = STATEMENT.clone();
        other[9] ^= 1;
        assertThat(portal.verify(other, p7s).finding()).isEqualTo(Finding.ALTERED);
    }

    @Test
    void noAuthorPassesForThePortalNorThePortalForAnAuthor() {
        var author = seal.sign(STATEMENT, new Signatory("Preceptor Portal", "Preceptor Portal"));
        assertThat(portal.verify(STATEMENT, author).finding()).isEqualTo(Finding.NOT_OURS);
        assertThat(seal.verify(STATEMENT, portal.sign(STATEMENT)).finding())
                .isEqualTo(Finding.NOT_OURS);
    }

    @Test
    void statementsOutliveARollOver() {
        var before = portal.sign(STATEMENT);
        seal.roll(true);
        assertThat(portal.verify(STATEMENT, before).intact()).isTrue();
        assertThat(portal.verify(STATEMENT, portal.sign(STATEMENT)).intact()).isTrue();
    }
}
