package org.preceptorportal.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.reports.ApplicantFilePage;
import org.preceptorportal.reports.ApplicantFilePrinter;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Program;
import org.preceptorportal.season.PacketPractices;
import org.preceptorportal.season.PacketRules;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** BI-2: a file says what its key says. */
class ApplicantBindingTest {
    private static final Instant AT = Instant.parse("2026-11-02T12:00:00Z");
    private static final PacketRules.Holds ALL = new PacketRules.Holds(true, true);

    @Test
    void aProgramThatIsRenamedBeforeItsFilesAreDrawnIsNamedAsInTheirKey() {
        List<ApplicantFilePage> printed = new ArrayList<>();
        ApplicantBinding binding = new ApplicantBinding();
        binding.words = new Words();
        binding.seasons = new Seasons();
        binding.seasons.read();
        binding.practices =
                new PacketPractices() {
                    @Override
                    public PacketRules of(String season) {
                        return new PacketRules(
                                season,
                                PacketRules.ApplicantOrder.NAME,
                                PacketRules.LetterOrder.RELEASED,
                                List.of(PacketRules.Part.LETTERS, PacketRules.Part.REPORT),
                                Map.of("DIRECT", ALL));
                    }
                };
        binding.blobs =
                new Blobs() {
                    @Override
                    public byte[] read(Sha256 sha256) {
                        return new byte[0];
                    }

                    @Override
                    public Blob prepare(byte[] bytes) {
                        return Blob.of(bytes);
                    }
                };
        binding.printer =
                new ApplicantFilePrinter() {
                    @Override
                    public Bound print(ApplicantFilePage page) {
                        printed.add(page);
                        return new Bound(new byte[0], 1);
                    }
                };
        Sha256 key = Sha256.ofInputs("Medicine");
        ApplicantBinding.Bound bound =
                binding.bind(
                        new NightRun(
                                1, 1, "x", 1, "2027", LocalDate.of(2026, 11, 3), AT, 1, 0, false),
                        new Applicant(
                                new Medicine(),
                                new Ada(),
                                ALL,
                                List.of(letter()),
                                Map.of(),
                                null,
                                key,
                                null,
                                null));

        assertThat(bound.drawn().asked()).isEqualTo(key);
        assertThat(printed)
                .singleElement()
                .satisfies(
                        page -> {
                            assertThat(page.program()).isEqualTo("Medicine");
                            assertThat(page.institution()).isEqualTo("North Hospital");
                        });
    }

    private static ReleasedLetter letter() {
        Sha256 file = Sha256.ofInputs("file");
        return new ReleasedLetter(
                1,
                2,
                3,
                4,
                "Ana Ruiz, MD",
                "IM",
                AT,
                AT,
                true,
                true,
                false,
                file,
                file,
                "ABCD-EFGH");
    }

    private static final class Medicine extends Program {
        @Override
        public Long id() {
            return 7L;
        }

        @Override
        public String name() {
            return "Medicine";
        }

        @Override
        public String institution() {
            return "North Hospital";
        }
    }

    private static final class Ada extends Learner {
        @Override
        public Long id() {
            return 4L;
        }

        @Override
        public String fullName() {
            return "Ada Osei";
        }
    }
}
