package org.preceptorportal.letter.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.letter.AuthoredLetter;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.letter.LetterWriting.Paper;
import org.preceptorportal.letter.LetterWriting.Saved;
import org.preceptorportal.letter.StaleDraft;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;
import org.primefaces.PrimeFaces;

/**
 * The editor. The browser says which version its text is based on, so that nothing is lost (S9).
 */
@Named("letterDraftPage")
@ViewScoped
public class DraftPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterWriting writing;
    @Inject Dates dates;
    @Inject Words words;

    private long id;
    private AuthoredLetter letter;
    private AuthoredLetter other;
    private String html;
    private int version;

    /** Set when a way to begin was chosen. */
    private String begin;

    public String read() {
        letter = writing.get(caller.get(), id);
        html = letter.text().html();
        version = letter.version();
        if (letter.writable()) {
            // Never begun: first the ways to begin.
            boolean blank = letter.savedAt() == null && begin == null;
            return blank ? "/start/letter?faces-redirect=true&id=" + id : null;
        }
        String place =
                switch (letter.status()) {
                    case SIGNING -> "/signing/sign";
                    case SIGNED, WITHDRAWN -> "/signing/signed";
                    default -> "/asking/open";
                };
        return place + "?faces-redirect=true&id=" + id;
    }

    // One at a time: an autosave may still run when the button is pressed.
    public synchronized void save() {
        PrimeFaces.Ajax answer = PrimeFaces.current().ajax();
        try {
            Saved saved = keep();
            answer.addCallbackParam("version", saved.version());
            answer.addCallbackParam("at", dates.time(saved.at()));
        } catch (StaleDraft stale) {
            showOther(stale);
            answer.addCallbackParam("stale", true);
        }
    }

    public synchronized String toSign() {
        try {
            keep();
            writing.needSignable(caller.get(), id);
            return "/signing/sign?faces-redirect=true&id=" + id;
        } catch (StaleDraft stale) {
            showOther(stale);
            return null;
        }
    }

    private Saved keep() {
        Saved saved = writing.save(caller.get(), id, version, html);
        version = saved.version();
        other = null;
        return saved;
    }

    /** Both texts stay on the page; the author chooses. */
    private void showOther(StaleDraft stale) {
        other = writing.get(caller.get(), id);
        String say = words.say(stale.room(), stale.key());
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, say, say));
    }

    public List<Paper> getPapers() {
        return writing.papers(caller.get(), id);
    }

    /** Who only drafts signs nothing. */
    public boolean isAuthor() {
        return caller.get().is(Role.PRECEPTOR);
    }

    /** Somebody else saved last. */
    public boolean isByOther() {
        return letter.savedBy() != null && !letter.savedBy().equals(caller.get().name());
    }

    public AuthoredLetter getLetter() {
        return letter;
    }

    /** What another device saved; null unless it did. */
    public AuthoredLetter getOther() {
        return other;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getBegin() {
        return begin;
    }

    public void setBegin(String begin) {
        this.begin = begin;
    }

    public String getHtml() {
        return html;
    }

    public void setHtml(String html) {
        this.html = html;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
