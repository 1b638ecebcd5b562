package org.preceptorportal.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterNotPrintable;
import org.preceptorportal.letter.LetterSheets;
import org.preceptorportal.letter.Signature;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.reports.LetterPrinter;
import org.preceptorportal.reports.UnprintableText;
import org.preceptorportal.season.Profile.Sent;
import org.preceptorportal.store.Sha256;

/** The forms of one letter. Asks nobody who may have them: that is for who calls. */
@ApplicationScoped
public class Renditions {
    @Inject LetterSheets sheets;
    @Inject LetterPrinter printer;
    @Inject OwnPdfs own;
    @Inject Gate gate;

    /**
     * The page file that is sealed.
     *
     * @param signatures of all authors, in the order of signing
     * @throws LetterNotPrintable when a character is in none of our fonts
     * @throws PreflightFailed when a service would refuse it
     */
    public byte[] original(Letter letter, List<Signature> signatures) {
        LetterPage page = page(letter, signatures);
        byte[] file = isOwn(letter) ? own.bytes(letter.id()) : drawn(() -> printer.original(page));
        gate.need(file, isOwn(letter), page, Sent.ORIGINAL);
        return file;
    }

    /**
     * The flat copy for services that refuse signed files.
     *
     * @throws LetterNotPrintable when a character is in none of our fonts
     * @throws PreflightFailed when a service would refuse it
     */
    public byte[] uploadCopy(Letter letter, List<Signature> signatures) {
        LetterPage page = page(letter, signatures);
        byte[] file =
                isOwn(letter)
                        ? VerifyStamp.on(own.bytes(letter.id()), page.verify())
                        : drawn(() -> printer.uploadCopy(page));
        gate.need(file, isOwn(letter), page, Sent.UPLOAD);
        return file;
    }

    private static boolean isOwn(Letter letter) {
        return letter.kind() == LetterKind.OWN_PDF;
    }

    /** The words alone, for fields and mails; as they would be signed now. */
    public String plainText(Letter letter) {
        return PlainText.of(sheets.proposed(letter, List.of()));
    }

    /**
     * What these authors would sign now.
     *
     * @param authors all of them, in the order of signing, without times
     * @throws LetterNotPrintable when a character is in none of our fonts
     */
    public byte[] proposed(Letter letter, List<Signature> authors) {
        return isOwn(letter)
                ? own.bytes(letter.id())
                : drawn(() -> printer.preview(sheets.proposed(letter, authors)));
    }

    /**
     * Names what these authors would sign now: any change of anything on the page gives another
     * name.
     */
    public Sha256 mark(Letter letter, List<Signature> authors) {
        Sha256 page = PageMark.of(sheets.proposed(letter, authors));
        return isOwn(letter) ? Sha256.ofInputs(page.hex() + own.sha256(letter.id()).hex()) : page;
    }

    private LetterPage page(Letter letter, List<Signature> signatures) {
        return sheets.signed(letter, signatures);
    }

    private static byte[] drawn(Supplier<byte[]> drawing) {
        try {
            return drawing.get();
        } catch (UnprintableText e) {
            throw new LetterNotPrintable(e.characterName());
        }
    }
}
