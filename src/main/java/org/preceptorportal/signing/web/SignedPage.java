package org.preceptorportal.signing.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.signing.LetterLife;
import org.preceptorportal.signing.LetterLife.Life;
import org.preceptorportal.stepup.Proof;

/** What happened, the code to verify, the authors' copies, and what may follow. */
@Named("signingSignedPage")
@ViewScoped
public class SignedPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject Words words;
    @Inject LetterLife lives;

    private long id;
    private String reason;
    private String code;
    private transient Life life;

    public String read() {
        return getLife().versions().isEmpty() ? "/asking/open?faces-redirect=true&id=" + id : null;
    }

    public Life getLife() {
        if (life == null) {
            life = lives.read(caller.get(), id);
        }
        return life;
    }

    public String revise() {
        lives.revise(caller.get(), id);
        return "/letter/draft?faces-redirect=true&id=" + id;
    }

    public String keep() {
        lives.keep(caller.get(), id);
        return again();
    }

    public String withdraw() {
        lives.withdraw(caller.get(), id, reason, code);
        return again();
    }

    public void sendCode() {
        boolean again = isCodeSent();
        lives.sendCode(caller.get(), id);
        if (again) {
            String say = words.say("stepup", "sent.again");
            FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(say));
        }
        code = null;
        life = null;
    }

    public boolean isApp() {
        return getLife().proof() == Proof.AUTHENTICATOR;
    }

    /** The field for a code: an app always has one, the mail when it was sent. */
    public boolean isCodeSent() {
        return isApp() || getLife().codePending();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    private String again() {
        return "/signing/signed?faces-redirect=true&id=" + id;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
