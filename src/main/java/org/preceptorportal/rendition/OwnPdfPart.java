package org.preceptorportal.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterMovedOn;
import org.preceptorportal.letter.LetterPart;
import org.preceptorportal.letter.LetterSource;
import org.preceptorportal.reports.Fact;
import org.preceptorportal.reports.LetterBody;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.Sha256;

/** A letter that is a PDF of its own has no words of ours. */
@ApplicationScoped
public class OwnPdfPart implements LetterPart {
    @Inject OwnPdfs own;
    @Inject Words words;

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
    public String typed(Letter letter) {
        return "";
    }

    @Override
    public LetterSource source(Letter letter) {
        OwnPdf brought = own.find(letter.id()).orElseThrow();
        return new LetterSource(kind(), Integer.toString(brought.pages()), brought.sha256().hex());
    }

    @Override
    public List<Fact> said(LetterSource source) {
        return List.of(
                new Fact(
                        words.say("rendition", "own.kept"),
                        words.say("rendition", "own.keptPages", pages(source))));
    }

    @Override
    public LetterKind restore(Letter letter, LetterSource source) {
        own.keep(letter, new Sha256(source.file()), pages(source));
        return kind();
    }

    private static int pages(LetterSource source) {
        return Integer.parseInt(source.said());
    }
}
