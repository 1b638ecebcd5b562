package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;

/**
 * Several finals side by side. They are saved and submitted one by one, by {@link Evaluating};
 * there is no way to submit all at once (EV-15).
 */
@ApplicationScoped
public class EvaluatingTogether {
    /** Finals that fit on one screen. */
    public static final int MOST = 6;

    @Inject Evaluating evaluating;
    @Inject Evaluations evaluations;
    @Inject Duties duties;
    @Inject Forms forms;

    /** The owed finals of the caller's preceptor that share a form with another one. */
    @Transactional
    public List<Together.Choice> choices(Caller caller) {
        Map<String, Together.Choice> byForm = new LinkedHashMap<>();
        duties.ofPreceptor(caller).stream()
                .filter(duty -> duty.phase() == Phase.FINAL && duty.open())
                .sorted(Comparator.comparing(DutyView::due))
                .forEach(
                        duty -> {
                            EvaluationForm form = formOf(caller, duty);
                            byForm.computeIfAbsent(
                                            name(form),
                                            n ->
                                                    new Together.Choice(
                                                            form.title(), new ArrayList<>()))
                                    .duties()
                                    .add(duty);
                        });
        return byForm.values().stream().filter(choice -> choice.duties().size() > 1).toList();
    }

    /**
     * These finals, to fill in side by side. Changes nothing.
     *
     * @throws NotForCaller when one is not the caller's
     * @throws NotTogether when they are too many, no finals, or on different forms
     */
    @Transactional
    public Together sheets(Caller caller, List<Long> dutyIds) {
        List<Long> once = List.copyOf(new LinkedHashSet<>(dutyIds));
        if (once.size() > MOST) {
            throw new NotTogether("many", MOST);
        }
        List<Together.Part> open = new ArrayList<>();
        List<DutyView> ended = new ArrayList<>();
        for (long dutyId : once) {
            duties.owned(caller, dutyId);
            DutyView duty = duties.view(dutyId);
            if (duty.phase() != Phase.FINAL || duty.upcoming()) {
                throw new NotTogether("finals");
            }
            if (duty.open()) {
                open.add(part(evaluating.sheet(caller, dutyId)));
            } else {
                ended.add(duty);
            }
        }
        if (open.stream().map(part -> name(part.sheet().form())).distinct().count() > 1) {
            throw new NotTogether("forms");
        }
        return new Together(open.isEmpty() ? null : open.get(0).sheet().form(), open, ended);
    }

    /**
     * The preceptor looks through one of them: what is kept of it now is what they see.
     *
     * @throws NotForCaller when it is not the caller's own; an assistant's neither (EV-11)
     */
    @Transactional
    public void look(Caller caller, long dutyId) {
        long id = evaluating.open(caller, dutyId);
        evaluating.view(caller, id, evaluating.sheet(caller, dutyId).revision());
    }

    private Together.Part part(EvaluationSheet sheet) {
        Integer viewed =
                sheet.evaluationId() == null
                        ? null
                        : evaluations.get(sheet.evaluationId()).viewedRevision();
        return new Together.Part(sheet, viewed != null && viewed == sheet.revision());
    }

    private EvaluationForm formOf(Caller caller, DutyView duty) {
        if (duty.evaluationId() == null) {
            return forms.current(caller.tenantId(), Purpose.FINAL, duty.type());
        }
        Evaluation draft = evaluations.get(duty.evaluationId());
        return forms.get(caller.tenantId(), draft.form(), draft.formVersion());
    }

    private static String name(EvaluationForm form) {
        return form.code() + "-" + form.version();
    }
}
