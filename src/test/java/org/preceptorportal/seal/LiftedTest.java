package org.preceptorportal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.seal.Verdict.Finding;
import org.preceptorportal.seal.Verdict.Level;

/** Files with several signatures, and files that an archive has lifted. */
class LiftedTest {
    @TempDir Path folder;

    private Seal seal;
    private byte[] one;
    private byte[] two;

    @BeforeEach
    void sign() throws Exception {
        seal = new Seal(folder, null, Clock.systemUTC());
        one = signed(SamplePaper.unsigned(), "Dr. First");
        two = signed(one, "Dr. Second");
    }

    private byte[] signed(byte[] pdf, String author) throws Exception {
        return SamplePaper.signed(
                pdf, seal.reserve(), bytes -> seal.sign(bytes, new Signatory(author, "Northgate")));
    }

    @Test
    void namesAllAuthorsInTheirOrder() {
        var verdict = seal.verify(two);
        assertThat(verdict.finding()).as(verdict.fault()).isEqualTo(Finding.INTACT);
        assertThat(verdict.signatures())
                .extracting(signature -> signature.signatory().name())
                .containsExactly("Dr. First", "Dr. Second");
        assertThat(verdict.signatures())
                .extracting(Verdict.Signature::end)
                .containsExactly(one.length, two.length);
        assertThat(verdict.level()).isEqualTo(Level.BASELINE_T);
    }

    @Test
    void theFirstAuthorsFileIsWholeWithoutTheSecond() {
        assertThat(seal.verify(Arrays.copyOf(two, one.length)).intact()).isTrue();
    }

    @Test
    void archiveMaterialIsNoAlterationHoweverOftenItIsRenewed() {
        for (var sealed : List.of(one, two)) {
            var lifted = Lifted.of(sealed, seal, folder);
            var again = Lifted.of(lifted, seal, folder);
            for (var file : List.of(lifted, again)) {
                var verdict = seal.verify(file);
                assertThat(verdict.finding()).as(verdict.fault()).isEqualTo(Finding.INTACT);
                assertThat(verdict.level()).isEqualTo(Level.BASELINE_LTA);
                assertThat(verdict.archivedAt()).isNotNull();
            }
            assertThat(Arrays.copyOf(again, sealed.length)).isEqualTo(sealed);
        }
    }

    @Test
    void aStoreWithoutTimeStampBehindItIsAltered() {
        var lifted = Lifted.of(one, seal, folder);
        var text = new String(lifted, StandardCharsets.ISO_8859_1);
        var cut = text.indexOf("%%EOF", one.length) + "%%EOF\n".length();
        assertThat(seal.verify(Arrays.copyOf(lifted, cut)).finding()).isEqualTo(Finding.ALTERED);
    }

    @Test
    void anAuthorsSignatureBehindTheArchivesIsAltered() throws Exception {
        var late = signed(Lifted.of(one, seal, folder), "Dr. Late");
        assertThat(seal.verify(late).finding()).isEqualTo(Finding.ALTERED);
    }

    @Test
    void theRootAloneIsEnoughToVerify() {
        var root = new Trust(List.of(seal.authorities().get(0)), false);
        for (var file : List.of(one, two, Lifted.of(two, seal, folder))) {
            var verdict = new Examination(root).of(file);
            assertThat(verdict.finding()).as(verdict.fault()).isEqualTo(Finding.INTACT);
        }
    }

    @Test
    void anotherPortalsRootDoesNotVouch(@TempDir Path elsewhere) {
        var other = new Seal(elsewhere, null, Clock.systemUTC());
        var stranger = new Examination(new Trust(other.authorities(), false));
        assertThat(stranger.of(two).finding()).isEqualTo(Finding.NOT_OURS);
    }
}
