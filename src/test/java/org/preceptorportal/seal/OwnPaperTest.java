package org.preceptorportal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.judges.Dss;
import org.preceptorportal.preflight.SamplePdf;
import org.preceptorportal.reports.SealSlot;

/** Files that authors brought, from other programs, are sealed as they are. */
class OwnPaperTest {
    @TempDir Path folder;

    @Test
    void sealsWhatOthersDrewWithoutTouchingAByte() throws IOException {
        Seal seal = new Seal(folder, null, Clock.systemUTC());
        byte[] browser =
                OwnPaperTest.class.getResourceAsStream("/demo/own-letter.pdf").readAllBytes();
        for (byte[] brought : List.of(SamplePdf.letter(), browser)) {
            SealSlot slot =
                    SealSlot.open(
                            brought,
                            "Jane Doe",
                            "Mine",
                            Clock.systemUTC().instant(),
                            seal.reserve());
            byte[] sealed =
                    slot.close(seal.sign(slot.signedBytes(), new Signatory("Jane Doe", "Clinic")));
            assertThat(Arrays.copyOf(sealed, brought.length)).isEqualTo(brought);
            Verdict verdict = seal.verify(sealed);
            assertThat(verdict.intact()).as(String.valueOf(verdict.fault())).isTrue();
            assertThat(Dss.judge(sealed, seal.authorities()))
                    .isEqualTo(new Dss("PAdES-BASELINE-T", "TOTAL_PASSED", ""));
        }
    }
}
