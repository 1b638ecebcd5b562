package org.preceptorportal.evaluation;

import java.io.Serializable;
import java.util.List;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.form.EvaluationForm;

/**
 * Several finals on one screen.
 *
 * @param form the one they share; null when none is left to fill in
 * @param open those to fill in, in the order that was asked for
 * @param ended those that were submitted, or ended otherwise, meanwhile
 */
public record Together(EvaluationForm form, List<Part> open, List<DutyView> ended)
        implements Serializable {

    /**
     * One of them.
     *
     * @param viewed whether its preceptor has had the answers before them as they now are
     */
    public record Part(EvaluationSheet sheet, boolean viewed) implements Serializable {
        public long duty() {
            return sheet.duty().dutyId();
        }
    }

    /**
     * Finals that can be filled in together.
     *
     * @param form its title
     * @param duties the most urgent first
     */
    public record Choice(String form, List<DutyView> duties) implements Serializable {
        /** As many as fit on one screen. */
        public List<DutyView> first() {
            return duties.subList(0, Math.min(duties.size(), EvaluatingTogether.MOST));
        }
    }
}
