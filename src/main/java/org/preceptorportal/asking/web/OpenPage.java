package org.preceptorportal.asking.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.preceptorportal.asking.AskedLetter;
import org.preceptorportal.asking.LetterAnswering;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;

/**
 * The request as the preceptor reads it, and the answer. Opening it is a deed of its own (POST).
 */
@Named("askingOpenPage")
@ViewScoped
public class OpenPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterAnswering answering;
    @Inject LetterWriting writing;

    private long id;
    private transient AskedLetter letter;
    private String reason;
    private LocalDate until;

    public void read() {
        getLetter();
    }

    public String open() {
        writing.open(caller.get(), id);
        return "/asking/open?faces-redirect=true&id=" + id;
    }

    public String accept() {
        writing.accept(caller.get(), id);
        return "/letter/draft?faces-redirect=true&id=" + id;
    }

    public String decline() {
        writing.decline(caller.get(), id, reason);
        return "/letter/desk?faces-redirect=true";
    }

    public String later() {
        answering.later(caller.get(), id, until);
        return "/home?faces-redirect=true";
    }

    /** Before the first look: only who asks, not what. */
    public boolean isUnopened() {
        return getLetter().status() == LetterStatus.REQUESTED;
    }

    /** The answer is the author's alone. */
    public boolean isAuthor() {
        return caller.get().is(Role.PRECEPTOR);
    }

    public AskedLetter getLetter() {
        if (letter == null) {
            letter = answering.get(caller.get(), id);
        }
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

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }
}
