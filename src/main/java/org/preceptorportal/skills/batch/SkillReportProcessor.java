package org.preceptorportal.skills.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.preceptorportal.figures.UncountableSheet;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.reports.UnprintableText;
import org.preceptorportal.skills.LearnerRecord;
import org.preceptorportal.skills.MadeReport;
import org.preceptorportal.skills.SkillReportMaking;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Blobs;

/** Makes one report; a record that cannot be printed becomes a skip with its reason (S6). */
@Named
@Dependent
public class SkillReportProcessor implements ItemProcessor {
    private static final Logger LOG = System.getLogger(SkillReportProcessor.class.getName());

    @Inject JobContext job;
    @Inject SkillReportMaking making;
    @Inject Blobs blobs;

    @Override
    public Outcome processItem(Object item) {
        Row<?> row = (Row<?>) item;
        LearnerItem learner = (LearnerItem) row.item();
        if (learner == null) {
            return Outcome.current(row.items());
        }
        return process(learner, NightRun.of(job).dryRun());
    }

    Outcome process(LearnerItem item, boolean dryRun) {
        LearnerRecord learner = item.record();
        String label = learner.name() + " (" + learner.code() + ")";
        Optional<MadeReport<byte[]>> made;
        try {
            if (dryRun) {
                return new Outcome(1, item, label, making.isDue(learner), null, null);
            }
            made = making.make(learner);
        } catch (UncountableSheet e) {
            return Outcome.skipped(item, label, e.getMessage());
        } catch (UnprintableText e) {
            return Outcome.skipped(
                    item,
                    label,
                    "No font of the portal can print the character %s (U+%04X) in %s."
                            .formatted(
                                    e.characterName().toLowerCase(Locale.ROOT),
                                    e.codePoint(),
                                    e.place()));
        } catch (RuntimeException e) {
            if (isOfDatabase(e)) {
                throw e;
            }
            // One learner's fault must not end the night (S6). Only the class is logged: a message
            // could quote the evaluation.
            String kind = e.getClass().getSimpleName();
            LOG.log(
                    Level.ERROR,
                    "The report of learner {0} failed: {1}",
                    Long.toString(learner.learnerId()),
                    kind);
            return Outcome.skipped(
                    item,
                    label,
                    "An error that we did not expect (%s). The administrator finds it in the server's log."
                            .formatted(kind));
        }
        // Trouble of the store is nobody's item either.
        MadeReport<Blob> begun = made.map(report -> report.with(blobs::prepare)).orElse(null);
        return new Outcome(1, item, label, begun != null, begun, null);
    }

    // Trouble of the database is nobody's item: the chunk fails and is done anew.
    private static boolean isOfDatabase(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
