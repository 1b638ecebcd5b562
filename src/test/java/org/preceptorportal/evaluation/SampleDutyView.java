package org.preceptorportal.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.roster.RotationType;

/** The final of an externship in November 2026, as lists show it. */
final class SampleDutyView {
    private SampleDutyView() {}

    static DutyView of(long id, long preceptor, DutyView.State state) {
        return of(id, preceptor, state, Phase.FINAL, RotationType.EXTERNSHIP);
    }

    static DutyView of(
            long id, long preceptor, DutyView.State state, Phase phase, RotationType type) {
        return new DutyView(
                id,
                phase,
                700 + id,
                null,
                200 + id,
                "Learner " + id,
                null,
                preceptor,
                "Dr. Ada Osei",
                type,
                "Surgery",
                "Northgate",
                ZoneId.of("America/New_York"),
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2026, 11, 27),
                LocalDate.of(2026, 11, 20),
                Instant.parse("2026-12-04T22:00:00Z").plusSeconds(id),
                state == DutyView.State.SUBMITTED ? Instant.parse("2026-11-21T12:00:00Z") : null,
                null,
                null,
                state);
    }
}
