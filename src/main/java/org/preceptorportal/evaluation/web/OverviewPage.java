package org.preceptorportal.evaluation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.preceptorportal.evaluation.RotationEvaluation;
import org.preceptorportal.evaluation.RotationEvaluation.State;
import org.preceptorportal.evaluation.RotationEvaluations;
import org.preceptorportal.shell.CurrentCaller;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The coordinator's table of all rotations and their evaluations. */
@Named("evaluationOverviewPage")
@ViewScoped
public class OverviewPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject RotationEvaluations rotations;
    @Inject Clock clock;

    private State state;
    private String words = "";
    private final LazyDataModel<RotationEvaluation> rows = new Rows();

    private final class Rows extends LazyDataModel<RotationEvaluation> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return rotations.count(caller.get(), state, words);
        }

        @Override
        public List<RotationEvaluation> load(
                int first,
                int size,
                Map<String, SortMeta> sorting,
                Map<String, FilterMeta> filters) {
            return rotations.list(caller.get(), state, words, first, size);
        }
    }

    public State[] getStates() {
        return State.values();
    }

    public boolean overdue(RotationEvaluation rotation) {
        return rotation.overdue(clock.instant());
    }

    public LazyDataModel<RotationEvaluation> getRows() {
        return rows;
    }

    public State getState() {
        return state;
    }

    public void setState(State state) {
        this.state = state;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words == null ? "" : words;
    }
}
