package org.preceptorportal.binding.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.binding.Applicant;
import org.preceptorportal.binding.ApplicantFile;
import org.preceptorportal.ledger.Spot;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Program;

class ApplicantFileReaderTest {
    private static final Applicant A = applicant(1, true, null);
    private static final Applicant B = applicant(2, true, null);
    private static final Applicant CHANGED = applicant(3, false, null);
    private static final Applicant D = applicant(4, true, null);
    private static final Applicant INCOMPLETE = applicant(5, true, "a letter");

    @Test
    void neighborsWhoseFilesAreKeptPassAsOne() {
        assertThat(ApplicantFileReader.items(List.of(A, B, CHANGED, D, INCOMPLETE)))
                .containsExactly(row(2, 2), one(CHANGED), row(4, 1), one(INCOMPLETE));
        assertThat(ApplicantFileReader.items(List.of(A, B, D))).containsExactly(row(4, 3));
        assertThat(ApplicantFileReader.items(List.of(CHANGED, CHANGED))).hasSize(2);
        assertThat(ApplicantFileReader.items(List.of())).isEmpty();
    }

    private static ApplicantItem row(long last, int applicants) {
        return new ApplicantItem(new Spot(7, last), applicants, null);
    }

    private static ApplicantItem one(Applicant applicant) {
        return new ApplicantItem(new Spot(7, applicant.learnerId()), 1, applicant);
    }

    private static Applicant applicant(long id, boolean kept, String leftOut) {
        ApplicantFile file = kept ? new ApplicantFile(id, null, 3, 2, leftOut) : null;
        return new Applicant(
                new Seventh(), new Numbered(id), null, List.of(), Map.of(), null, null, file);
    }

    private static final class Seventh extends Program {
        @Override
        public Long id() {
            return 7L;
        }
    }

    private static final class Numbered extends Learner {
        private final long number;

        Numbered(long number) {
            this.number = number;
        }

        @Override
        public Long id() {
            return number;
        }
    }
}
