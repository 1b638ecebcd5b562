package org.preceptorportal.store;

/** Kept bytes are gone or no longer what their name says; nothing may be made of them (ST-4). */
public class BlobDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BlobDamaged(Sha256 sha256, String what) {
        super("stored file " + sha256 + " " + what);
    }
}
