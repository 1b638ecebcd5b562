package org.preceptorportal.overview;

import org.preceptorportal.store.Sha256;

/** A report as a file to download. */
public record GroupFile(String name, Sha256 sha256, byte[] bytes) {}
