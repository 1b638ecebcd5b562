package org.preceptorportal.evaluation.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preceptorportal.evaluation.Autosave;
import org.preceptorportal.evaluation.Change;
import org.preceptorportal.evaluation.Evaluating;
import org.preceptorportal.evaluation.EvaluatingTogether;
import org.preceptorportal.evaluation.EvaluationIncomplete;
import org.preceptorportal.evaluation.PatientDataSuspected;
import org.preceptorportal.evaluation.SavedAnswer;
import org.preceptorportal.evaluation.Together;
import org.preceptorportal.evaluation.Together.Part;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;

/**
 * Several finals item by item; then each is looked through and submitted by itself. The answers
 * stay as they were shown, so that only what was changed here is saved.
 */
@Named("evaluationSeveralPage")
@ViewScoped
public class SeveralPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject Evaluating evaluating;
    @Inject EvaluatingTogether together;
    @Inject PostedAnswers posted;
    @Inject FormTrouble trouble;

    private List<Long> duties = List.of();
    private Together all;
    private long troubled;
    private long looked;

    public void open() {
        String[] asked = external().getRequestParameterValuesMap().get("duty");
        duties =
                Stream.of(asked == null ? new String[0] : asked)
                        .filter(id -> id.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .toList();
        if (!duties.isEmpty()) {
            all = together.sheets(caller.get(), duties);
        }
    }

    public void look(Part part) throws IOException {
        if (keep()) {
            together.look(caller.get(), part.duty());
            again(part.duty());
        }
    }

    public void submit(Part part) throws IOException {
        if (!keep()) {
            return;
        }
        long id = evaluating.open(caller.get(), part.duty());
        try {
            evaluating.submit(caller.get(), id, justification(part));
            again(0);
        } catch (EvaluationIncomplete incomplete) {
            trouble.missing(incomplete.missing());
        } catch (PatientDataSuspected suspected) {
            trouble.hits(suspected.hits());
        }
        troubled = part.duty();
    }

    public void handOver(Part part) throws IOException {
        if (keep()) {
            evaluating.ready(caller.get(), evaluating.open(caller.get(), part.duty()));
            again(0);
        }
    }

    /** Saves what was changed here and is not saved yet: nothing, where the script runs. */
    private boolean keep() {
        boolean whole = true;
        for (Part part : all.open()) {
            List<Change> changes =
                    posted.changes(part.sheet().form(), part.duty()).stream()
                            .filter(c -> !c.value().equals(part.sheet().value(c.question())))
                            .toList();
            if (!changes.isEmpty()) {
                long id = evaluating.open(caller.get(), part.duty());
                Autosave kept = evaluating.save(caller.get(), id, changes);
                whole &= kept.conflicts().isEmpty();
                elsewhere(part, kept.conflicts());
            }
        }
        all = together.sheets(caller.get(), duties);
        return whole;
    }

    private void elsewhere(Part part, List<SavedAnswer> conflicts) {
        if (!conflicts.isEmpty()) {
            trouble.elsewhere(conflicts, part.duty());
            troubled = part.duty();
        }
    }

    private void again(long look) throws IOException {
        String asked = duties.stream().map(d -> "duty=" + d).collect(Collectors.joining("&"));
        external()
                .redirect(
                        external().getRequestContextPath()
                                + "/evaluation/several?"
                                + asked
                                + (look == 0 ? "" : "&look=" + look + "#look-" + look));
    }

    private static String justification(Part part) {
        return external().getRequestParameterMap().get("justification." + part.duty());
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }

    public List<Together.Choice> getChoices() {
        return together.choices(caller.get());
    }

    /** Null until some are chosen. */
    public Together getAll() {
        return all;
    }

    /** True for the one that is being looked through. */
    public boolean looks(Part part) {
        return part.viewed() && part.duty() == looked;
    }

    public boolean troubles(Part part) {
        return part.duty() == troubled;
    }

    /** An assistant fills in, and never submits. */
    public boolean isAssistant() {
        return caller.get().is(Role.ASSISTANT);
    }

    public long getLooked() {
        return looked;
    }

    public void setLooked(long looked) {
        this.looked = looked;
    }
}
