package org.preceptorportal.asking.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.preceptorportal.letter.AuthoredLetter;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.shell.CurrentCaller;

/**
 * The request as the preceptor reads it, and the answer. Opening it is a deed of its own (POST).
 */
@Named("askingOpenPage")
@ViewScoped
public class OpenPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterWriting writing;

    private long id;
    private AuthoredLetter letter;
    private String reason;

    public String read() {
        letter = writing.get(caller.get(), id);
        return switch (letter.status()) {
            case DRAFTING -> to("/letter/draft");
            case SIGNED -> to("/signing/signed");
            default -> null;
        };
    }

    public String open() {
        writing.open(caller.get(), id);
        return to("/asking/open");
    }

    public String accept() {
        writing.accept(caller.get(), id);
        return to("/letter/draft");
    }

    public String decline() {
        writing.decline(caller.get(), id, reason);
        return "/letter/desk?faces-redirect=true";
    }

    private String to(String page) {
        return page + "?faces-redirect=true&id=" + id;
    }

    /** Before the first look: only who asks, not what. */
    public boolean isUnopened() {
        return letter.status() == LetterStatus.REQUESTED;
    }

    public boolean isOpened() {
        return letter.status() == LetterStatus.OPENED;
    }

    public AuthoredLetter getLetter() {
        return letter;
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
