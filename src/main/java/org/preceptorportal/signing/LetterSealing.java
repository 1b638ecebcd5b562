package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.preceptorportal.letter.VerifyCode;
import org.preceptorportal.rendition.Renditions;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.reports.SealSlot;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.seal.SealNotPossible;
import org.preceptorportal.seal.Sealing;
import org.preceptorportal.seal.Signatory;
import org.preceptorportal.signing.SigningTable.Seat;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/**
 * Draws, seals and keeps a letter's files in the signature's transaction. What can wait for another
 * core or for the disk does so while the caller writes its rows; {@link #need} waits for all of it.
 */
@ApplicationScoped
class LetterSealing {
    private static final Logger LOG = System.getLogger(LetterSealing.class.getName());

    @Inject SigningTable table;
    @Inject Renditions renditions;
    @Inject Seal seal;
    @Inject Blobs blobs;

    /**
     * Files with an author's seal; nothing may be committed before {@link #need}.
     *
     * @param file with all seals so far
     * @param upload the flat copy, drawn with the first signature
     * @param plain the words without layout, as the copy
     */
    record Sealed(Sha256 file, Sha256 upload, String plain, Sealing sealing) {}

    /**
     * The first signature: the page is drawn, and stands from here on.
     *
     * @throws LetterNotSealed when no seal could be made
     * @throws SigningRefused.NotKept when the files could not be stored
     */
    Sealed first(Seat seat, LetterPage page, VerifyCode code, Instant now) {
        Sealing sealing = begin(seat);
        Renditions.Signed drawn =
                renditions.signed(seat.letter(), page, table.signatures(seat, now, code));
        byte[] file = sealed(sealing, drawn.original(), seat, now);
        List<Sha256> kept = keep(file, drawn.uploadCopy());
        return new Sealed(kept.get(0), kept.get(1), drawn.plain(), sealing);
    }

    /**
     * A later signature: appended, so that every earlier one stays as it was made.
     *
     * @throws LetterNotSealed when no seal could be made
     * @throws SigningRefused.NotKept when the file could not be stored
     */
    Sealed next(Seat seat, SigningRound round, Instant now) {
        byte[] before = blobs.read(round.file());
        Sealing sealing = begin(seat);
        byte[] file = sealed(sealing, before, seat, now);
        if (!Arrays.equals(before, 0, before.length, file, 0, before.length)) {
            throw new IllegalStateException("a signature changed what was signed before");
        }
        return new Sealed(keep(file).get(0), round.upload(), round.plain(), sealing);
    }

    /**
     * Waits until the seal is judged and the disk has the files: now and not with the commit, so
     * that a full disk is said in words.
     *
     * @throws LetterNotSealed when the seal does not verify
     * @throws SigningRefused.NotKept when the files could not be stored
     */
    void need(Sealed sealed) {
        try {
            sealed.sealing().needGenuine();
            blobs.sync();
        } catch (SealNotPossible e) {
            throw notSealed(e);
        } catch (UncheckedIOException e) {
            throw notKept(e);
        }
    }

    private Sealing begin(Seat seat) {
        try {
            return seal.begin(new Signatory(seat.signer().name(), seat.signer().institution()));
        } catch (SealNotPossible e) {
            throw notSealed(e);
        }
    }

    private byte[] sealed(Sealing sealing, byte[] pdf, Seat seat, Instant now) {
        SealSlot slot =
                SealSlot.open(pdf, seat.signer().name(), table.meaning(seat), now, seal.reserve());
        byte[] signedBytes = slot.signedBytes();
        byte[] cms = over(sealing, signedBytes);
        byte[] file = slot.close(cms);
        if (!seal.holds(file, signedBytes, cms)) {
            throw new IllegalStateException("the sealed letter does not hold its seal");
        }
        return file;
    }

    private static byte[] over(Sealing sealing, byte[] signedBytes) {
        try {
            return sealing.over(signedBytes);
        } catch (SealNotPossible e) {
            throw notSealed(e);
        }
    }

    private List<Sha256> keep(byte[]... files) {
        try {
            return blobs.putAll(List.of(files)).stream().map(Blob::sha256).toList();
        } catch (UncheckedIOException e) {
            throw notKept(e);
        }
    }

    private static LetterNotSealed notSealed(SealNotPossible e) {
        LOG.log(Level.ERROR, "A letter could not be sealed; nothing was signed", e);
        return new LetterNotSealed(e.reason());
    }

    private static SigningRefused notKept(UncheckedIOException e) {
        LOG.log(Level.ERROR, "A signed letter could not be stored; nothing was signed", e);
        return new SigningRefused.NotKept();
    }
}
