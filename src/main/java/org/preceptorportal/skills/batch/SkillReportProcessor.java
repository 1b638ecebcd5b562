package org.preceptorportal.skills.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.preceptorportal.reports.UnprintableText;
import org.preceptorportal.skills.EvaluationNotCountable;
import org.preceptorportal.skills.LearnerRecord;
import org.preceptorportal.skills.SkillReportMaking;

/** Makes one report; a record that cannot be printed becomes a skip with its reason (S6). */
@Named
@Dependent
public class SkillReportProcessor implements ItemProcessor {
    @Inject SkillReportMaking making;

    @Override
    public Outcome processItem(Object item) {
        LearnerRecord learner = (LearnerRecord) item;
        String label = learner.name() + " (" + learner.code() + ")";
        try {
            return new Outcome(learner.learnerId(), label, making.make(learner).orElse(null), null);
        } catch (EvaluationNotCountable e) {
            return new Outcome(learner.learnerId(), label, null, e.getMessage());
        } catch (UnprintableText e) {
            return new Outcome(
                    learner.learnerId(),
                    label,
                    null,
                    "No font of the portal can print the character %s (U+%04X) in %s."
                            .formatted(
                                    e.characterName().toLowerCase(Locale.ROOT),
                                    e.codePoint(),
                                    e.place()));
        }
    }
}
