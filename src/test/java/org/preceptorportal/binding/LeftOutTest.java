package org.preceptorportal.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.season.PacketRules;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.BlobDamaged;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** BI-6: what the ledger, and so every index and manifest, says of a part that is left out. */
class LeftOutTest {
    private static final Instant AT = Instant.parse("2026-11-02T12:00:00Z");
    private static final Sha256 LOST = Sha256.ofInputs("lost");

    private final ApplicantBinding binding = new ApplicantBinding();

    LeftOutTest() {
        binding.words = new Words();
        binding.blobs =
                new Blobs() {
                    @Override
                    public byte[] read(Sha256 sha256) {
                        if (sha256.equals(LOST)) {
                            throw new BlobDamaged(sha256, "is not there");
                        }
                        return new byte[0];
                    }
                };
    }

    @Test
    void namesNoAuthorAndStillSaysWhich() {
        List<ApplicantBinding.Part> parts =
                binding.read(
                        new Applicant(
                                null,
                                null,
                                new PacketRules.Holds(true, true),
                                List.of(
                                        letter("Ana Ruiz, MD", Sha256.ofInputs("good")),
                                        letter("Wei Chen, DO", LOST)),
                                Map.of(),
                                LOST,
                                null,
                                null,
                                null));

        assertThat(ApplicantBinding.leftOut(parts))
                .startsWith("Letter 2 of 2: Its stored file is damaged.")
                .contains("Clinical-skill report: Its stored file is damaged.")
                .doesNotContain("Chen", "Ruiz");
        assertThat(parts)
                .extracting(ApplicantBinding.Part::document)
                .contains("Letter from Wei Chen, DO");
    }

    private static ReleasedLetter letter(String author, Sha256 upload) {
        return new ReleasedLetter(
                1,
                2,
                3,
                4,
                author,
                "Internal Medicine",
                AT,
                AT,
                true,
                true,
                true,
                Sha256.ofInputs("original"),
                upload,
                "ABCD-EFGH");
    }
}
