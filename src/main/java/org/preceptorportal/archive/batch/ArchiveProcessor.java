package org.preceptorportal.archive.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.preceptorportal.archive.Archive;
import org.preceptorportal.archive.Due;
import org.preceptorportal.archive.ListNotFetched;
import org.preceptorportal.archive.NotLiftable;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.OutsideFault;
import org.preceptorportal.seal.SealNotPossible;
import org.preceptorportal.store.BlobDamaged;

/** Lifts one file; one that cannot be lifted becomes a skip with its reason (AR-5). */
@Named
@Dependent
public class ArchiveProcessor implements ItemProcessor {
    private static final Logger LOG = System.getLogger(ArchiveProcessor.class.getName());

    @Inject JobContext job;
    @Inject Archive archive;

    private SealNotPossible noSeal;

    @Override
    public Outcome processItem(Object item) {
        Due due = (Due) item;
        if (NightRun.of(job).dryRun()) {
            return Outcome.made(due, null);
        }
        if (noSeal != null) {
            // Each letter would meet the same hindrance again.
            return noSeal(due);
        }
        try {
            return Outcome.made(due, archive.lift(due));
        } catch (SealNotPossible e) {
            if (e.reason() == SealNotPossible.Reason.NO_TIME_STAMP) {
                throw new OutsideFault("no time-stamp for archive files", e);
            }
            LOG.log(Level.ERROR, "Nothing is archived tonight", e);
            noSeal = e;
            return noSeal(due);
        } catch (BlobDamaged e) {
            LOG.log(Level.ERROR, "Signed letter " + due.signedLetterId() + " is not archived", e);
            return Outcome.skipped(
                    due,
                    "Its file is gone or damaged. The administrator brings it back from the"
                            + " backup.");
        } catch (ListNotFetched e) {
            LOG.log(Level.WARNING, "Signed letter " + due.signedLetterId() + " waits", e);
            return Outcome.skipped(
                    due,
                    "A time-stamp authority's revocation list could not be fetched. The next night"
                            + " tries again.");
        } catch (NotLiftable e) {
            LOG.log(Level.ERROR, "Signed letter " + due.signedLetterId() + " is not archived", e);
            return Outcome.skipped(
                    due,
                    "Its file cannot be lifted. The administrator finds the cause in the server's"
                            + " log.");
        }
    }

    private Outcome noSeal(Due due) {
        return Outcome.skipped(
                due,
                noSeal.reason() == SealNotPossible.Reason.NO_KEYS
                        ? "The seal's keys cannot be used. The administrator finds the cause in the"
                                + " server's log."
                        : "An error that we did not expect. The administrator finds it in the"
                                + " server's log.");
    }
}
