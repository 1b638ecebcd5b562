package org.preceptorportal.store;

import java.util.zip.CRC32;

/**
 * What is known of kept bytes without reading them.
 *
 * @param size in bytes
 * @param crc32 as ZIP wants it
 */
public record Blob(Sha256 sha256, long size, long crc32) {

    /** What would be known of these bytes. */
    public static Blob of(byte[] bytes) {
        return of(Sha256.of(bytes), bytes);
    }

    /** The same of bytes whose digest is known. */
    public static Blob of(Sha256 sha256, byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return new Blob(sha256, bytes.length, crc.getValue());
    }
}
