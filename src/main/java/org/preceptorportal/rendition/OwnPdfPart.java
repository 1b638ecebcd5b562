package org.preceptorportal.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterMovedOn;
import org.preceptorportal.letter.LetterPart;
import org.preceptorportal.reports.LetterBody;

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
}
