package org.preceptorportal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.preceptorportal.attendance.Attendance;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.Duty;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.duty.DutyView.State;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.form.ShippedForms;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** EV-15. */
class EvaluatingTogetherTest {
    private static final Caller PRECEPTOR =
            new Caller(null, 1, Role.PRECEPTOR, 3L, null, "Dr. Ada Osei", null);

    private final Map<Long, DutyView> owed = new TreeMap<>();
    private final Map<Long, Map<String, SavedAnswer>> answers = new HashMap<>();
    private final List<String> said = new ArrayList<>();
    private final EvaluatingTogether together = new EvaluatingTogether();

    EvaluatingTogetherTest() {
        together.forms = new ShippedForms();
        together.duties =
                new Duties() {
                    @Override
                    public Duty owned(Caller caller, long dutyId) {
                        said.add("owned " + dutyId);
                        return null;
                    }

                    @Override
                    public DutyView view(long dutyId) {
                        return owed.get(dutyId);
                    }

                    @Override
                    public List<DutyView> ofPreceptor(Caller caller) {
                        return List.copyOf(owed.values());
                    }
                };
        together.evaluating =
                new Evaluating() {
                    @Override
                    public EvaluationSheet sheet(Caller caller, long dutyId) {
                        return shown(owed.get(dutyId));
                    }

                    @Override
                    public long open(Caller caller, long dutyId) {
                        return 1000 + dutyId;
                    }

                    @Override
                    public void view(Caller caller, long evaluationId, int seen) {
                        said.add("viewed " + evaluationId + " at " + seen);
                    }
                };
    }

    private EvaluationSheet shown(DutyView duty) {
        return new EvaluationSheet(
                null,
                duty,
                null,
                together.forms.current(1, Purpose.FINAL, duty.type()),
                answers.getOrDefault(duty.dutyId(), Map.of()),
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                Attendance.NONE);
    }

    private void owes(long id, RotationType type) {
        owed.put(id, SampleDutyView.of(id, 3, State.OWED, Phase.FINAL, type));
    }

    private void owesExternships(int n) {
        LongStream.rangeClosed(1, n).forEach(id -> owes(id, RotationType.EXTERNSHIP));
    }

    @Test
    void offersFinalsThatShareAForm() {
        owesExternships(3);
        owes(4, RotationType.OBSERVERSHIP);
        owed.put(5L, SampleDutyView.of(5, 3, State.SUBMITTED));
        owed.put(6L, SampleDutyView.of(6, 3, State.UPCOMING));
        owed.put(7L, SampleDutyView.of(7, 3, State.OWED, Phase.MID, RotationType.EXTERNSHIP));
        List<Together.Choice> choices = together.choices(PRECEPTOR);
        assertThat(choices).hasSize(1);
        assertThat(choices.get(0).duties())
                .extracting(DutyView::dutyId)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void electiveAndClerkshipShareAForm() {
        owes(1, RotationType.ELECTIVE);
        owes(2, RotationType.CLERKSHIP);
        assertThat(together.choices(PRECEPTOR)).hasSize(1);
        assertThat(together.sheets(PRECEPTOR, List.of(1L, 2L)).form().code())
                .isEqualTo("clerkship-final");
    }

    @Test
    void choosesTheSixMostUrgentFirst() {
        owesExternships(8);
        assertThat(together.choices(PRECEPTOR).get(0).duties()).hasSize(8);
        assertThat(together.choices(PRECEPTOR).get(0).first())
                .extracting(DutyView::dutyId)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void showsAtMostSixInTheOrderAskedForEachOnce() {
        owesExternships(7);
        assertThat(together.sheets(PRECEPTOR, List.of(3L, 1L, 3L)).open())
                .extracting(Together.Part::duty)
                .containsExactly(3L, 1L);
        assertThat(said).containsExactly("owned 3", "owned 1");
        assertThat(refusal(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L))).isEqualTo("refusal.together.many");
    }

    @Test
    void mixesNoForms() {
        owes(1, RotationType.EXTERNSHIP);
        owes(2, RotationType.OBSERVERSHIP);
        assertThat(refusal(List.of(1L, 2L))).isEqualTo("refusal.together.forms");
    }

    @Test
    void isForFinalsThatMayBeWrittenNow() {
        owes(1, RotationType.EXTERNSHIP);
        owed.put(2L, SampleDutyView.of(2, 3, State.UPCOMING));
        owed.put(3L, SampleDutyView.of(3, 3, State.OWED, Phase.MID, RotationType.EXTERNSHIP));
        assertThat(refusal(List.of(1L, 2L))).isEqualTo("refusal.together.finals");
        assertThat(refusal(List.of(1L, 3L))).isEqualTo("refusal.together.finals");
    }

    @Test
    void whatIsSubmittedMeanwhileStandsApart() {
        owes(1, RotationType.EXTERNSHIP);
        owed.put(2L, SampleDutyView.of(2, 3, State.SUBMITTED));
        Together both = together.sheets(PRECEPTOR, List.of(1L, 2L));
        assertThat(both.open()).extracting(Together.Part::duty).containsExactly(1L);
        assertThat(both.ended()).extracting(DutyView::dutyId).containsExactly(2L);
        assertThat(both.open().get(0).viewed()).isFalse();
    }

    @Test
    void oneIsLookedThroughAsItIsKeptNow() {
        owes(1, RotationType.EXTERNSHIP);
        answers.put(
                1L,
                Map.of(
                        "team", new SavedAnswer("team", "4", 2),
                        "days", new SavedAnswer("days", "9", 3)));
        together.look(PRECEPTOR, 1);
        assertThat(said).containsExactly("viewed 1001 at 5");
    }

    private String refusal(List<Long> ids) {
        return catchThrowableOfType(NotTogether.class, () -> together.sheets(PRECEPTOR, ids)).key();
    }
}
