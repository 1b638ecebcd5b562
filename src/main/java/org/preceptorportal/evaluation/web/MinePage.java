package org.preceptorportal.evaluation.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preceptorportal.attendance.AttendanceKeeping;
import org.preceptorportal.attendance.AttendanceStanding;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.evaluation.SubmittedEvaluations;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.CurrentCaller;

/** A learner's rotations: the evaluations of each, what was observed, and the days on site. */
@Named("evaluationMinePage")
@RequestScoped
public class MinePage {
    /** Days after a rotation's end on which its card still works. */
    private static final int CARD_DAYS = 7;

    @Inject CurrentCaller caller;
    @Inject Duties duties;
    @Inject SubmittedEvaluations submitted;
    @Inject AttendanceKeeping attendance;

    private List<MyRotation> all;

    /**
     * One rotation.
     *
     * @param mid null when it is too short for an evaluation in the middle
     * @param end null for a moment only, while a new rotation is taken in
     */
    public record MyRotation(
            AttendanceStanding facts, DutyView mid, DutyView end, long encounters) {
        public boolean begun() {
            return !facts.today().isBefore(facts.start());
        }

        public boolean cardWorks() {
            return begun() && !facts.today().isAfter(facts.end().plusDays(CARD_DAYS));
        }

        DutyView any() {
            return end == null ? mid : end;
        }

        /** The rotation's type, or null while nobody knows what is owed for it. */
        public String type() {
            return any() == null ? null : any().type().name();
        }

        public List<DutyView> owed() {
            return Stream.of(mid, end).filter(d -> d != null).toList();
        }
    }

    @PostConstruct
    void read() {
        Caller who = caller.get();
        Map<Long, Map<Boolean, DutyView>> owed = new LinkedHashMap<>();
        for (DutyView duty : duties.ofLearner(who)) {
            owed.computeIfAbsent(duty.rotationId(), id -> new LinkedHashMap<>())
                    .put(duty.mid(), duty);
        }
        Map<Long, Long> encounters =
                submitted.ofLearner(who.personId(), Purpose.ENCOUNTER).stream()
                        .collect(
                                Collectors.groupingBy(
                                        SubmittedEvaluation::rotationId, Collectors.counting()));
        all =
                attendance.ofLearner(who).stream()
                        .map(
                                facts -> {
                                    var both = owed.getOrDefault(facts.rotationId(), Map.of());
                                    return new MyRotation(
                                            facts,
                                            both.get(true),
                                            both.get(false),
                                            encounters.getOrDefault(facts.rotationId(), 0L));
                                })
                        .toList();
    }

    public List<MyRotation> getAll() {
        return all;
    }
}
