package org.preceptorportal.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterNotPrintable;
import org.preceptorportal.letter.LetterSheets;
import org.preceptorportal.letter.Signature;
import org.preceptorportal.reports.LetterBody;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.reports.LetterPrinter;
import org.preceptorportal.reports.Printed;
import org.preceptorportal.reports.SignedBy;
import org.preceptorportal.reports.UnprintableText;
import org.preceptorportal.season.Profile.Sent;
import org.preceptorportal.shell.SpareCore;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.Sha256;

/** The forms of one letter. Asks nobody who may have them: that is for who calls. */
@ApplicationScoped
public class Renditions {
    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm zzz", Locale.US);

    @Inject LetterSheets sheets;
    @Inject LetterPrinter printer;
    @Inject OwnPdfs own;
    @Inject Gate gate;
    @Inject Words words;

    /**
     * A letter's two files, and its words.
     *
     * @param original what is sealed
     * @param copy gives the flat copy for services that refuse signed files; it may still be drawn
     * @param plain its words without layout; empty for an author's own PDF
     */
    public record Signed(byte[] original, Supplier<byte[]> copy, String plain) {
        /**
         * @throws LetterNotPrintable as {@link Renditions#signed}
         * @throws PreflightFailed when a service would refuse it
         */
        public byte[] uploadCopy() {
            return copy.get();
        }
    }

    /**
     * The files of a letter once it is signed, both from one page, so that they say the same.
     *
     * @param shown what {@link #page} gave and its authors saw
     * @param signatures of all authors, in the order of signing
     * @throws LetterNotPrintable when a character is in none of our fonts
     * @throws PreflightFailed when a service would refuse the original
     */
    public Signed signed(Letter letter, LetterPage shown, List<Signature> signatures) {
        LetterPage page = sheets.signed(letter, shown, signatures);
        return isOwn(letter) ? brought(letter, page) : drawn(() -> drawn(page));
    }

    private Signed brought(Letter letter, LetterPage page) {
        byte[] original = own.bytes(letter.id());
        byte[] copy = VerifyStamp.on(original, page.verify());
        gate.needBrought(original, page.authorName(), Sent.ORIGINAL);
        gate.needBrought(copy, page.authorName(), Sent.UPLOAD);
        return new Signed(original, () -> copy, "");
    }

    private Signed drawn(LetterPage page) {
        Supplier<Printed> copying = SpareCore.begin(() -> printer.uploadCopy(page));
        Printed original = printer.original(page);
        gate.needDrawn(original, page, Sent.ORIGINAL);
        String plain = PlainText.of(page, closing(page));
        gate.needText(plain, page);
        return new Signed(
                original.pdf(),
                () -> {
                    Printed copy = drawn(copying);
                    gate.needDrawn(copy, page, Sent.UPLOAD);
                    return copy.pdf();
                },
                plain);
    }

    private static boolean isOwn(Letter letter) {
        return letter.kind() == LetterKind.OWN_PDF;
    }

    /** Who signs it and where that can be checked, for readers who see no signature. */
    private List<String> closing(LetterPage page) {
        List<String> lines = new ArrayList<>();
        for (SignedBy by : page.signedBy()) {
            lines.add(
                    by.at() == null
                            ? words.say("rendition", "plain.signs", by.name())
                            : words.say(
                                    "rendition",
                                    "plain.signed",
                                    by.name(),
                                    SIGNED.format(by.at().atZone(by.zone()))));
        }
        lines.add(
                words.say(
                        "rendition",
                        "plain.verify",
                        page.verify().address(),
                        page.verify().code()));
        return lines;
    }

    /** An older version's words, of which no plain text was kept. */
    public String words(LetterBody body) {
        return PlainText.body(body);
    }

    /**
     * What these authors would sign now.
     *
     * @param authors all of them, in the order of signing, without times
     * @throws LetterNotPrintable when a character is in none of our fonts
     */
    public Printed proposed(Letter letter, List<Signature> authors) {
        return proposed(letter, page(letter, authors));
    }

    /**
     * @param page what {@link #page} gave
     * @throws LetterNotPrintable when a character is in none of our fonts
     */
    public Printed proposed(Letter letter, LetterPage page) {
        return isOwn(letter) ? own.printed(letter.id()) : drawn(() -> printer.preview(page));
    }

    /**
     * What stands between salutation and signature, as plain text; empty when it is the author's
     * own PDF.
     */
    public String words(Letter letter, LetterPage page) {
        return isOwn(letter) ? "" : PlainText.body(page.body());
    }

    /**
     * Everything that stands on the page that these authors would sign now.
     *
     * @param authors as for {@link #proposed}
     */
    public LetterPage page(Letter letter, List<Signature> authors) {
        return sheets.proposed(letter, authors);
    }

    /** Names what would be signed: any change of anything on the page gives another name. */
    public Sha256 mark(Letter letter, LetterPage page) {
        Sha256 mark = PageMark.of(page);
        return isOwn(letter) ? Sha256.ofInputs(mark.hex() + own.sha256(letter.id()).hex()) : mark;
    }

    private static <T> T drawn(Supplier<T> drawing) {
        try {
            return drawing.get();
        } catch (UnprintableText e) {
            throw new LetterNotPrintable(e.characterName());
        }
    }
}
