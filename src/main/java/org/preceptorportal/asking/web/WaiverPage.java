package org.preceptorportal.asking.web;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.preceptorportal.asking.LetterFollowing;
import org.preceptorportal.asking.LetterRequesting;
import org.preceptorportal.asking.MyLetter;
import org.preceptorportal.shell.CurrentCaller;

/** A learner changes the waiver, as long as the preceptor has not opened the request. */
@Named("askingWaiverPage")
@ViewScoped
public class WaiverPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterRequesting requesting;
    @Inject LetterFollowing following;
    @Inject WaiverChoice waiverChoice;

    private long letter;
    private MyLetter asked;
    private Boolean waived;
    private String signature;

    public void read() {
        asked = requesting.mine(caller.get(), letter);
    }

    public String change() {
        requesting.changeWaiver(caller.get(), letter, waived, signature);
        return "/asking/mine?faces-redirect=true";
    }

    /** Takes waivers back for letters still to be asked for. */
    public String revoke() {
        following.revokeWaivers(caller.get(), signature);
        return "/asking/waiver?faces-redirect=true&letter=" + letter;
    }

    public Instant getRevokedAt() {
        return following.revokedAt(caller.get()).orElse(null);
    }

    public List<SelectItem> getChoices() {
        return waiverChoice.items();
    }

    public MyLetter getAsked() {
        return asked;
    }

    public long getLetter() {
        return letter;
    }

    public void setLetter(long letter) {
        this.letter = letter;
    }

    public Boolean getWaived() {
        return waived;
    }

    public void setWaived(Boolean waived) {
        this.waived = waived;
    }

    public String getSignature() {
        return signature;
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }
}
