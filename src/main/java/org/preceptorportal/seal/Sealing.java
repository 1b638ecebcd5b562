package org.preceptorportal.seal;

import java.time.Instant;
import java.util.function.Supplier;
import org.preceptorportal.seal.Envelope.OneUseKey;
import org.preceptorportal.shell.SpareCore;

/**
 * One seal in the making. Its key is made while the caller draws what is to be signed, and its
 * verdict comes while the caller writes it down: on another core if one is free, else when it is
 * asked for. Use once: {@link #over}, then {@link #needGenuine} before anything of it is kept for
 * good (SE-3).
 */
public final class Sealing {
    /** Judges a signature over bytes. */
    interface Judge {
        Verdict judge(byte[] signedBytes, byte[] cms);
    }

    private final Envelope envelope;
    private final Judge judge;
    private Supplier<OneUseKey> key;
    private Supplier<Verdict> verdict;

    Sealing(Envelope envelope, Signatory who, Instant now, Judge judge) {
        this.envelope = envelope;
        this.judge = judge;
        this.key = SpareCore.begin(() -> envelope.key(who, now));
    }

    /**
     * Signs with the key of this seal, which is forgotten then, and a time-stamp.
     *
     * @param signedBytes the PDF's bytes but for the value of {@code /Contents}
     * @return detached CMS in DER, at most {@link Seal#reserve()} bytes; not yet judged
     * @throws SealNotPossible if nothing was signed
     * @throws IllegalStateException the second time
     */
    public byte[] over(byte[] signedBytes) {
        if (key == null) {
            throw new IllegalStateException("a one-use key signs once");
        }
        OneUseKey own = key.get();
        key = null;
        byte[] cms = envelope.around(signedBytes, own);
        verdict = SpareCore.begin(() -> judge.judge(signedBytes, cms));
        return cms;
    }

    /**
     * Waits for the verdict of our own verification.
     *
     * @throws SealNotPossible unless it accepts the seal: then nothing of it may be kept
     * @throws IllegalStateException when nothing was signed
     */
    public void needGenuine() {
        if (verdict == null) {
            throw new IllegalStateException("there is no seal to judge");
        }
        Seal.need(verdict.get());
    }
}
