package org.preceptorportal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The store's folder cannot be read at all, or holds nothing though it should (ST-6). That is
 * nobody's file: a night must fail and be tried again, and not list every letter as damaged.
 */
public final class StoreUnreachable extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    StoreUnreachable(Path root, IOException cause) {
        super(
                "files were kept in the folder "
                        + root
                        + ", which holds none or cannot be read: mount its disk, or bring it back"
                        + " from the backup",
                cause);
    }
}
