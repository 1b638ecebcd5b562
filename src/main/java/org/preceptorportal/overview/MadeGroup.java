package org.preceptorportal.overview;

import java.time.Instant;
import java.util.function.Function;
import org.preceptorportal.store.Sha256;

/**
 * A report that was just made.
 *
 * @param <F> its files: bytes when they are drawn, then what the store calls them
 */
public record MadeGroup<F>(
        GroupKind kind,
        long subject,
        Sha256 key,
        F pdf,
        F csv,
        int evaluations,
        Instant dataCutoff) {

    /** The same with its files given away. */
    public <T> MadeGroup<T> with(Function<F, T> file) {
        return new MadeGroup<>(
                kind, subject, key, file.apply(pdf), file.apply(csv), evaluations, dataCutoff);
    }
}
