package org.preceptorportal.archive;

import java.time.Instant;

/**
 * A lifted file.
 *
 * @param bytes begins with the bytes it was made of
 * @param renewBefore when it should have been lifted again
 */
public record Lifted(byte[] bytes, Instant renewBefore) {}
