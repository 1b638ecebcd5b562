package org.preceptorportal.shell;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;

/** Work that another core may do meanwhile, if one is free. */
public final class SpareCore {
    private SpareCore() {}

    /**
     * Leaves work to the other cores unless more of it waits there than they are; then, or if none
     * has begun with it by then, whoever asks does it.
     *
     * @param work touches no transaction; it is done once or never
     * @return gives what comes of it, or throws what the work threw; to be asked once
     */
    public static <T> Supplier<T> begin(Supplier<T> work) {
        ForkJoinPool cores = ForkJoinPool.commonPool();
        if (cores.getQueuedSubmissionCount() > cores.getParallelism()) {
            return work;
        }
        ForkJoinTask<T> begun = cores.submit(work::get);
        return begun::join;
    }
}
