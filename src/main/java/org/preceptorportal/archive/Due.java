package org.preceptorportal.archive;

import org.preceptorportal.store.Sha256;

/**
 * A signed letter whose archive file is missing, or is to be renewed.
 *
 * @param file what is to be lifted: the original, or the archive file before
 * @param number the archive file's, from 1
 */
public record Due(long signedLetterId, Sha256 file, int number) {}
