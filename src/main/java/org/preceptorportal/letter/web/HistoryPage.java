package org.preceptorportal.letter.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.letter.AuthoredLetter;
import org.preceptorportal.letter.LetterHistory;
import org.preceptorportal.letter.LetterHistory.Kept;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.shell.CurrentCaller;

/** What the letter said before, each version with a way back: {@code /letter/history}. */
@Named("letterHistoryPage")
@ViewScoped
public class HistoryPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterWriting writing;
    @Inject LetterHistory history;

    private long id;

    /** As it was shown: what was saved since is not overwritten unseen. */
    private int version;

    private transient AuthoredLetter letter;
    private transient List<Kept> kept;

    public void read() {
        version = getLetter().version();
    }

    public String restore(long revision) {
        history.restore(caller.get(), id, version, revision);
        return "/letter/draft?faces-redirect=true&id=" + id;
    }

    public AuthoredLetter getLetter() {
        if (letter == null) {
            letter = writing.get(caller.get(), id);
        }
        return letter;
    }

    public List<Kept> getKept() {
        if (kept == null) {
            kept = history.of(caller.get(), id);
        }
        return kept;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
