package org.preceptorportal.signing.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.preceptorportal.letter.AuthoredLetter;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.signing.LetterSigning;

/** The quiet page: the whole letter, who signs, what that means, one code, one button. */
@Named("signingSignPage")
@ViewScoped
public class SignPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterWriting writing;
    @Inject LetterSigning signing;

    private long id;

    /** As it is shown: its version goes along with the signature. */
    private AuthoredLetter letter;

    private boolean codeSent;
    private String code;

    public String read() {
        letter = writing.get(caller.get(), id);
        if (letter.writable()) {
            codeSent = signing.codePending(caller.get(), id);
            return null;
        }
        return to(letter.status() == LetterStatus.SIGNED ? "/signing/signed" : "/asking/open");
    }

    public void sendCode() {
        signing.sendCode(caller.get(), id);
        codeSent = true;
        code = null;
    }

    public String sign() {
        signing.sign(caller.get(), id, letter.version(), code);
        return to("/signing/signed");
    }

    private String to(String page) {
        return page + "?faces-redirect=true&id=" + id;
    }

    public String getMeaning() {
        return signing.meaning();
    }

    public AuthoredLetter getLetter() {
        return letter;
    }

    public boolean isCodeSent() {
        return codeSent;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
