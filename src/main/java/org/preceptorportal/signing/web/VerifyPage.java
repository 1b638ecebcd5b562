package org.preceptorportal.signing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.preceptorportal.shell.web.Sender;
import org.preceptorportal.signing.CheckedLetter;
import org.preceptorportal.signing.SignedLetters;

/** Anybody checks a printed code: {@code /verify?code=XXXX-XXXX-XXXX}. */
@Named("signingVerifyPage")
@RequestScoped
public class VerifyPage {
    @Inject SignedLetters signedLetters;

    private String code;
    private boolean looked;
    private CheckedLetter letter;

    public void check() {
        if (code == null || code.isBlank()) {
            return;
        }
        var request =
                (HttpServletRequest)
                        FacesContext.getCurrentInstance().getExternalContext().getRequest();
        letter = signedLetters.byCode(code, Sender.of(request).address()).orElse(null);
        looked = true;
    }

    public CheckedLetter getLetter() {
        return letter;
    }

    /** True when a code was looked up and none is like it. */
    public boolean isUnknown() {
        return looked && letter == null;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
