package org.preceptorportal.structure.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preceptorportal.letter.StaleDraft;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;
import org.preceptorportal.structure.LetterNotComplete;
import org.preceptorportal.structure.Structure.Question;
import org.preceptorportal.structure.StructureSheet;
import org.preceptorportal.structure.StructuredWriting;
import org.preceptorportal.structure.StructuredWriting.Other;
import org.preceptorportal.structure.StructuredWriting.Saved;
import org.primefaces.PrimeFaces;

/**
 * The questions of a standardized letter. The browser says which version its answers are based on,
 * so that nothing is lost (S9).
 */
@Named("structureFillPage")
@ViewScoped
public class FillPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject StructuredWriting writing;
    @Inject Dates dates;
    @Inject Words words;

    private long id;
    private transient StructureSheet sheet;
    private Map<String, String> answers;
    private boolean historyHidden;
    private int version;

    /** Set while another window's answers are newer. */
    private int otherVersion;

    private transient Other other;

    public String read() {
        sheet = writing.sheet(caller.get(), id);
        answers = sheet.answers().values();
        historyHidden = sheet.historyHidden();
        version = sheet.version();
        return sheet.writable() ? null : "/letter/draft?faces-redirect=true&id=" + id;
    }

    // One at a time: an autosave may still run when the button is pressed.
    public synchronized void save() {
        PrimeFaces.Ajax answer = PrimeFaces.current().ajax();
        try {
            Saved saved = keep();
            answer.addCallbackParam("version", saved.version());
            answer.addCallbackParam("at", dates.time(saved.at()));
            answer.addCallbackParam("left", words.say("structure", "fill.left", saved.missing()));
        } catch (StaleDraft stale) {
            showOther(stale);
            answer.addCallbackParam("stale", true);
        }
    }

    /** Both windows' answers stand side by side; the author chooses. */
    private void showOther(StaleDraft stale) {
        other = writing.other(caller.get(), id, answers, historyHidden);
        otherVersion = other.version();
        String say = words.why(stale);
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, say, say));
    }

    /** The answers of this window count, over those that were shown beside them. */
    public synchronized String keepMine() {
        version = otherVersion;
        try {
            keep();
        } catch (StaleDraft stale) {
            showOther(stale);
            return null;
        }
        return takeOther();
    }

    /** Reads the page anew: what was typed here and not saved is given up. */
    public String takeOther() {
        return "/structure/fill?faces-redirect=true&id=" + id;
    }

    public synchronized String finish() {
        try {
            keep();
        } catch (StaleDraft stale) {
            showOther(stale);
            return null;
        }
        sheet = null;
        boolean portal = getSheet().structure().portal();
        List<String> missing = sheet.answers().missing();
        if (!portal && !missing.isEmpty()) {
            throw new LetterNotComplete(missing);
        }
        return (portal ? "/structure/sheet" : "/signing/sign") + "?faces-redirect=true&id=" + id;
    }

    private Saved keep() {
        Saved saved = writing.save(caller.get(), id, version, answers, historyHidden);
        version = saved.version();
        return saved;
    }

    /** The answers one may choose; a rating may also say that it was not observed. */
    public List<SelectItem> items(Question question) {
        List<SelectItem> items = new ArrayList<>();
        for (int i = 0; i < question.levels().size(); i++) {
            items.add(new SelectItem(String.valueOf(i + 1), question.levels().get(i).said()));
        }
        if (question.isRating()) {
            items.add(new SelectItem("0", words.say("structure", "notObserved")));
        }
        return items;
    }

    /** Assistants answer; only the author signs. */
    public boolean isFinishable() {
        return getSheet().structure().portal() || caller.get().is(Role.PRECEPTOR);
    }

    /** How much is left, in words. */
    public String getLeft() {
        return words.say("structure", "fill.left", getSheet().answers().missing().size());
    }

    /** What another window answered otherwise; null unless it did just now. */
    public Other getOther() {
        return other;
    }

    public StructureSheet getSheet() {
        if (sheet == null) {
            sheet = writing.sheet(caller.get(), id);
        }
        return sheet;
    }

    public Map<String, String> getAnswers() {
        return answers;
    }

    public boolean isHistoryHidden() {
        return historyHidden;
    }

    public void setHistoryHidden(boolean hidden) {
        this.historyHidden = hidden;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
