package org.preceptorportal.seal;

import java.time.Instant;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.preceptorportal.seal.Envelope.OneUseKey;

/**
 * One seal in the making. Its key is made while the caller draws what is to be signed, and its
 * verdict comes while the caller writes it down: on another core if one is free, else when it is
 * asked for. Use once: {@link #over}, then {@link #needGenuine} before anything of it is kept for
 * good (SE-3).
 */
public final class Sealing {
    /** Throws unless a signature over bytes verifies. */
    interface Judge {
        void judge(byte[] signedBytes, byte[] cms);
    }

    private final Envelope envelope;
    private final Judge judge;
    private ForkJoinTask<OneUseKey> key;
    private ForkJoinTask<?> judging;

    Sealing(Envelope envelope, Signatory who, Instant now, Judge judge) {
        this.envelope = envelope;
        this.judge = judge;
        this.key = ForkJoinPool.commonPool().submit(() -> envelope.key(who, now));
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
        OneUseKey own = key.join();
        key = null;
        byte[] cms = envelope.around(signedBytes, own);
        judging = ForkJoinPool.commonPool().submit(() -> judge.judge(signedBytes, cms));
        return cms;
    }

    /**
     * Waits for the verdict of our own verification.
     *
     * @throws SealNotPossible unless it accepts the seal: then nothing of it may be kept
     * @throws IllegalStateException when nothing was signed
     */
    public void needGenuine() {
        if (judging == null) {
            throw new IllegalStateException("there is no seal to judge");
        }
        judging.join();
    }
}
