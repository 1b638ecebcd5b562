package org.preceptorportal.signing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.letter.AuthoredLetter;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.signing.SignedLetters;

/** What happened, the code to verify, what happens next, the author's own copies. */
@Named("signingSignedPage")
@RequestScoped
public class SignedPage {
    @Inject CurrentCaller caller;
    @Inject LetterWriting writing;
    @Inject SignedLetters signedLetters;

    private long id;
    private AuthoredLetter letter;
    private SignedLetter signed;

    public String read() {
        letter = writing.get(caller.get(), id);
        if (letter.status() != LetterStatus.SIGNED) {
            return "/asking/open?faces-redirect=true&id=" + id;
        }
        signed = signedLetters.ofLetter(caller.get(), id).get(0);
        return null;
    }

    public AuthoredLetter getLetter() {
        return letter;
    }

    public SignedLetter getSigned() {
        return signed;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
