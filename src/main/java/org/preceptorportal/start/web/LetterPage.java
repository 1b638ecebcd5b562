package org.preceptorportal.start.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.letter.AuthoredLetter;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.start.LetterStarting;
import org.preceptorportal.start.LetterStarting.Earlier;
import org.preceptorportal.start.Structure;
import org.preceptorportal.start.Structures;

/** The ways to begin a letter: {@code /start/letter}. */
@Named("startLetterPage")
@ViewScoped
public class LetterPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterWriting writing;
    @Inject LetterStarting starting;
    @Inject Structures structures;

    private long id;
    private transient AuthoredLetter letter;
    private List<Earlier> earlier;

    public String read() {
        earlier = starting.earlier(caller.get(), id);
        return getLetter().writable() ? null : "/letter/desk?faces-redirect=true";
    }

    public String structure(String code) {
        starting.fromStructure(caller.get(), id, code);
        return "/letter/draft?faces-redirect=true&id=" + id;
    }

    public AuthoredLetter getLetter() {
        if (letter == null) {
            letter = writing.get(caller.get(), id);
        }
        return letter;
    }

    public List<Structure> getStructures() {
        return structures.all();
    }

    public List<Earlier> getEarlier() {
        return earlier;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
