package org.preceptorportal.asking.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import org.preceptorportal.asking.LetterFollowing;
import org.preceptorportal.asking.LetterProgress;
import org.preceptorportal.attachment.AttachmentKind;
import org.preceptorportal.attachment.Attachments;
import org.preceptorportal.shell.CurrentCaller;

/** One letter's way, for its learner: dates and a clock, never the content of a waived one (S1). */
@Named("askingLetterPage")
@ViewScoped
public class LetterPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterFollowing following;
    @Inject Attachments attachments;

    private long id;
    private transient LetterProgress progress;
    private String erasLetterId;
    private String thanks;
    private transient Part cv;
    private transient Part statement;

    public void read() {
        erasLetterId = getProgress().erasLetterId();
    }

    public String nudge() {
        return again(following.nudge(caller.get(), id) ? "nudged" : "nudgeWaits");
    }

    public String thank() {
        following.thank(caller.get(), id, thanks);
        return again("thanked");
    }

    public String giveLetterId() {
        following.giveLetterId(caller.get(), id, erasLetterId);
        return again("kept");
    }

    public String addPapers() {
        Papers.of(cv, statement)
                .forEach((kind, bytes) -> attachments.add(caller.get(), id, kind, bytes));
        return again("kept");
    }

    public String removePaper(AttachmentKind kind) {
        attachments.remove(caller.get(), id, kind);
        return again("kept");
    }

    private String again(String news) {
        return "/asking/letter?faces-redirect=true&id=" + id + "&news=" + news;
    }

    public LetterProgress getProgress() {
        if (progress == null) {
            progress = following.progress(caller.get(), id);
        }
        return progress;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getErasLetterId() {
        return erasLetterId;
    }

    public void setErasLetterId(String erasLetterId) {
        this.erasLetterId = erasLetterId;
    }

    public String getThanks() {
        return thanks;
    }

    public void setThanks(String thanks) {
        this.thanks = thanks;
    }

    public Part getCv() {
        return cv;
    }

    public void setCv(Part cv) {
        this.cv = cv;
    }

    public Part getStatement() {
        return statement;
    }

    public void setStatement(Part statement) {
        this.statement = statement;
    }
}
