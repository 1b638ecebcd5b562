package org.preceptorportal.overview.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.preceptorportal.comparison.Comparison;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.overview.GroupItem;
import org.preceptorportal.overview.GroupItems;
import org.preceptorportal.overview.GroupMaking;
import org.preceptorportal.overview.MadeGroup;
import org.preceptorportal.reports.UnprintableText;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Blobs;

/** Makes one report, unless there is one of the same inputs. */
@Named
@Dependent
public class GroupProcessor implements ItemProcessor {
    private static final Logger LOG = System.getLogger(GroupProcessor.class.getName());

    @Inject JobContext job;
    @Inject GroupItems items;
    @Inject GroupMaking making;
    @Inject Tenants tenants;
    @Inject Blobs blobs;

    // Held here, so that it is read once for all parts; not at all in an idle night.
    private Comparison all;

    @Override
    public GroupOutcome processItem(Object given) {
        Row<?> row = (Row<?>) given;
        GroupItem item = (GroupItem) row.item();
        if (item == null) {
            return new GroupOutcome(row.items(), null, null, null);
        }
        NightRun night = NightRun.of(job);
        if (all == null) {
            all = items.read(night);
        }
        return make(item, tenants.get(night.tenant()), night.dryRun());
    }

    private GroupOutcome make(GroupItem item, Tenant tenant, boolean dryRun) {
        MadeGroup<byte[]> made;
        try {
            made = making.make(item, all, tenant);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return new GroupOutcome(
                    1,
                    item,
                    null,
                    "No evaluation behind it fits its form; the reports of its learners say why.");
        } catch (UnprintableText e) {
            return new GroupOutcome(
                    1,
                    item,
                    null,
                    "No font of the portal can print the character %s (U+%04X) in %s."
                            .formatted(
                                    e.characterName().toLowerCase(Locale.ROOT),
                                    e.codePoint(),
                                    e.place()));
        } catch (RuntimeException e) {
            // One report's fault must not end the job (S6). Only the class is told: a message could
            // quote an evaluation.
            String kind = e.getClass().getSimpleName();
            LOG.log(
                    Level.ERROR,
                    "The report about {0} {1} failed: {2}",
                    item.subject().kind(),
                    Long.toString(item.subject().id()),
                    kind);
            return new GroupOutcome(
                    1,
                    item,
                    null,
                    "An error that we did not expect (%s). The administrator finds it in the server's log."
                            .formatted(kind));
        }
        // Trouble of the store is nobody's item.
        return new GroupOutcome(1, item, made.with(dryRun ? Blob::of : blobs::prepare), null);
    }
}
