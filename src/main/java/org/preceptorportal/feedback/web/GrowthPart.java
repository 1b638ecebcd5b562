package org.preceptorportal.feedback.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.feedback.Growth;
import org.preceptorportal.feedback.Growths;
import org.preceptorportal.shell.CurrentCaller;

/** Growth and encounters below an evaluation. */
@Named("feedbackGrowthPart")
@RequestScoped
public class GrowthPart {
    @Inject CurrentCaller caller;
    @Inject Growths growths;

    private Optional<Growth> growth;
    private List<SubmittedEvaluation> encounters;

    /** Null when there is nothing to compare. */
    public Growth of(long evaluationId) {
        if (growth == null) {
            growth = growths.of(caller.get(), evaluationId);
        }
        return growth.orElse(null);
    }

    public List<SubmittedEvaluation> encounters(long evaluationId) {
        if (encounters == null) {
            encounters = growths.encounters(caller.get(), evaluationId);
        }
        return encounters;
    }

    /** Where a mark of 1 to 5 stands on the line, in percent of the picture. */
    public String place(double mark) {
        return number("0.##", 6 + (mark - 1) / 4 * 88) + "%";
    }

    /** "4" or "3.5". */
    public String mark(double mark) {
        return number("0.#", mark);
    }

    private static String number(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US))
                .format(value);
    }
}
