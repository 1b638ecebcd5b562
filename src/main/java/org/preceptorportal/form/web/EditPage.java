package org.preceptorportal.form.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.FormDraft;
import org.preceptorportal.form.FormFile;
import org.preceptorportal.form.Publishing;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Dates;
import org.primefaces.PrimeFaces;

/** The form editor: each pause in typing keeps the draft and shows what it says. */
@Named("formEditPage")
@ViewScoped
public class EditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject Publishing publishing;
    @Inject Dates dates;

    private long id;
    private FormDraft draft;
    private String text;
    private EvaluationForm shown;

    public void read() {
        show(publishing.draft(caller.get(), id));
        text = draft.text();
    }

    // One at a time: an autosave may still run when the button is pressed.
    public synchronized void save() {
        show(publishing.save(caller.get(), id, draft.version(), text == null ? "" : text));
        PrimeFaces.current().ajax().addCallbackParam("at", dates.time(draft.savedAt()));
    }

    public synchronized String publish() {
        if (!draft.text().equals(text == null ? "" : text.replace("\r\n", "\n"))) {
            show(publishing.save(caller.get(), id, draft.version(), text == null ? "" : text));
        }
        int number = publishing.publish(caller.get(), id, draft.version());
        return "/form/versions?faces-redirect=true&code=%s&to=%d".formatted(draft.code(), number);
    }

    public String discard() {
        publishing.discard(caller.get(), id);
        return "/form/list?faces-redirect=true";
    }

    // While the text is broken, the picture stays at the last text that was a form.
    private void show(FormDraft newest) {
        draft = newest;
        shown = newest.reading().good() ? newest.reading().form() : shown;
    }

    /** Text that a button inserts: {@code item}, {@code scale-frequency} and so on. */
    public String piece(String name) {
        return FormFile.piece(name);
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public FormDraft getDraft() {
        return draft;
    }

    public EvaluationForm getShown() {
        return shown;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
