package org.preceptorportal.store;

/**
 * What is known of kept bytes without reading them.
 *
 * @param size in bytes
 * @param crc32 as ZIP wants it
 */
public record Blob(Sha256 sha256, long size, long crc32) {}
