package org.preceptorportal.binding.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.binding.Applicant;
import org.preceptorportal.binding.ApplicantFile;
import org.preceptorportal.binding.ProgramItem;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.Spot;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Program;

class ApplicantFileReaderTest {
    private static final Applicant A = applicant(1, true, null);
    private static final Applicant B = applicant(2, true, null);
    private static final Applicant CHANGED = applicant(3, false, null);
    private static final Applicant D = applicant(4, true, null);
    private static final Applicant INCOMPLETE = applicant(5, true, "a letter");

    private static final ProgramItem SEVENTH = new ProgramItem(7, 5, "a", false);
    private static final List<ProgramItem> PROGRAMS =
            List.of(
                    new ProgramItem(5, 10, "a", true),
                    new ProgramItem(6, 20, "a", true),
                    SEVENTH,
                    new ProgramItem(8, 40, "a", true));

    @Test
    void neighborsWhoseFilesAreKeptPassAsOne() {
        assertThat(rows(Spot.START, A, B, CHANGED, D, INCOMPLETE))
                .containsExactly(row(7, 2, 2), one(CHANGED), row(7, 4, 1), one(INCOMPLETE));
        assertThat(rows(Spot.START, A, B, D)).containsExactly(row(7, 4, 3));
        assertThat(rows(Spot.START, CHANGED, D)).containsExactly(one(CHANGED), row(7, 4, 1));
        assertThat(rows(Spot.START)).isEmpty();
    }

    @Test
    void programsOfWhichNothingIsToBeDonePassAsOneWithAllTheirApplicants() {
        assertThat(ApplicantFileReader.rows(PROGRAMS, Spot.START, Spot.END))
                .containsExactly(
                        row(6, Long.MAX_VALUE, 30),
                        new Row<>(new Spot(7, Long.MAX_VALUE), 5, SEVENTH),
                        row(8, Long.MAX_VALUE, 40));
        assertThat(
                        ApplicantFileReader.rows(
                                PROGRAMS, new Spot(6, Long.MAX_VALUE), new Spot(7, Long.MAX_VALUE)))
                .containsExactly(new Row<>(new Spot(7, Long.MAX_VALUE), 5, SEVENTH));
    }

    @Test
    void aRestartWithinAProgramGoesOnThere() {
        assertThat(rows(new Spot(7, 2), A, B, CHANGED, D))
                .containsExactly(one(CHANGED), row(7, 4, 1));
        // Its packet may have been laid beside the night; what is left of it is counted all the
        // same.
        assertThat(ApplicantFileReader.rows(PROGRAMS, new Spot(6, 3), Spot.END))
                .startsWith(
                        new Row<>(new Spot(6, Long.MAX_VALUE), 20, PROGRAMS.get(1)),
                        new Row<>(new Spot(7, Long.MAX_VALUE), 5, SEVENTH));
    }

    private static List<Row<Applicant>> rows(Spot after, Applicant... applicants) {
        return ApplicantFileReader.rows(List.of(applicants), after);
    }

    private static <T> Row<T> row(long program, long last, int applicants) {
        return new Row<>(new Spot(program, last), applicants, null);
    }

    private static Row<Applicant> one(Applicant applicant) {
        return new Row<>(new Spot(7, applicant.learnerId()), 1, applicant);
    }

    private static Applicant applicant(long id, boolean kept, String leftOut) {
        ApplicantFile file = kept ? new ApplicantFile(id, null, 3, 2, leftOut) : null;
        return new Applicant(
                new Seventh(), new Numbered(id), null, List.of(), Map.of(), null, null, file, null);
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
