package org.preceptorportal.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterMovedOn;
import org.preceptorportal.letter.LetterPart;
import org.preceptorportal.letter.LetterSource;
import org.preceptorportal.reports.LetterBody;
import org.preceptorportal.store.Sha256;

/** A letter that is a PDF of its own has no words of ours. */
@ApplicationScoped
public class OwnPdfPart implements LetterPart {
    @Inject OwnPdfs own;

    @Override
    public LetterKind kind() {
        return LetterKind.OWN_PDF;
    }

    @Override
    public void needComplete(Letter letter) {
        if (own.find(letter.id()).isEmpty()) {
            throw new LetterMovedOn();
        }
    }

    @Override
    public LetterBody body(Letter letter) {
        return new LetterBody(List.of());
    }

    @Override
    public LetterSource source(Letter letter) {
        OwnPdf brought = own.find(letter.id()).orElseThrow();
        return new LetterSource(kind(), Integer.toString(brought.pages()), brought.sha256().hex());
    }

    @Override
    public void restore(Letter letter, LetterSource source) {
        own.keep(letter, new Sha256(source.file()), Integer.parseInt(source.said()));
    }
}
