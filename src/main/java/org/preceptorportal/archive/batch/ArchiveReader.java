package org.preceptorportal.archive.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.preceptorportal.archive.Archive;
import org.preceptorportal.archive.Due;
import org.preceptorportal.night.NightRun;
import org.preceptorportal.night.StepLedger;

/** Letters whose archive file is due, by id; a restart goes on after the last one. */
@Named
@Dependent
public class ArchiveReader extends AbstractItemReader {
    private static final int PAGE = 50;

    @Inject JobContext job;
    @Inject StepContext step;
    @Inject Archive archive;
    @Inject StepLedger ledger;

    private final Deque<Due> page = new ArrayDeque<>();
    private NightRun night;
    private Progress progress;

    /**
     * Where the step is.
     *
     * @param read how many before and with the last one
     */
    record Progress(long last, int read) implements Serializable {}

    @Override
    public void open(Serializable checkpoint) {
        night = NightRun.of(job);
        progress = checkpoint == null ? new Progress(0, 0) : (Progress) checkpoint;
        // What was lifted before a restart is not due any more.
        ledger.expect(
                night.run(),
                step.getStepName(),
                progress.read() + archive.count(night.tenant(), night.cutoff(), progress.last()));
    }

    @Override
    public Due readItem() {
        if (page.isEmpty()) {
            page.addAll(archive.page(night.tenant(), night.cutoff(), progress.last(), PAGE));
        }
        Due next = page.poll();
        if (next != null) {
            progress = new Progress(next.signedLetterId(), progress.read() + 1);
        }
        return next;
    }

    @Override
    public Serializable checkpointInfo() {
        return progress;
    }
}
