package org.preceptorportal.skills;

import java.time.Instant;
import java.util.function.Function;
import org.preceptorportal.store.Sha256;

/**
 * A report that was just drawn and is not yet kept.
 *
 * @param key hash of all its inputs
 * @param <F> its files: bytes when they are drawn, then what the store calls them
 */
public record MadeReport<F>(
        long learnerId, Sha256 key, F pdf, F csv, int evaluations, Instant dataCutoff) {

    /** The same with its files given away. */
    public <T> MadeReport<T> with(Function<F, T> file) {
        return new MadeReport<>(
                learnerId, key, file.apply(pdf), file.apply(csv), evaluations, dataCutoff);
    }
}
