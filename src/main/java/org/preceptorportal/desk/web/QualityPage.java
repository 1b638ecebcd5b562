package org.preceptorportal.desk.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.desk.Quality;
import org.preceptorportal.desk.Quality.ByPreceptor;
import org.preceptorportal.desk.Quality.Flag;
import org.preceptorportal.shell.CurrentCaller;

/** Evaluations that look careless, for the coordinator's eyes only. */
@Named("deskQualityPage")
@ViewScoped
public class QualityPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 50;
    private static final int PRECEPTORS = 10;

    @Inject CurrentCaller caller;
    @Inject Quality quality;

    private boolean dismissed;
    private Long preceptor;
    private int page;
    private List<Flag> flags;
    private List<ByPreceptor> preceptors;
    private long open;
    private String note;

    public void read() {
        page = Math.max(0, page);
        flags = quality.flags(caller.get(), dismissed, preceptor, page * MOST, MOST + 1);
        preceptors = quality.byPreceptor(caller.get(), PRECEPTORS);
    }

    public String dismiss() {
        quality.dismiss(caller.get(), open, note);
        return "/desk/quality?faces-redirect=true"
                + (preceptor == null ? "" : "&preceptor=" + preceptor);
    }

    /** Opens the note of one; a second time closes it. */
    public void choose(long evaluation) {
        open = open == evaluation ? 0 : evaluation;
        note = null;
    }

    public List<Flag> getFlags() {
        return flags.subList(0, Math.min(MOST, flags.size()));
    }

    public boolean isMore() {
        return flags.size() > MOST;
    }

    public List<ByPreceptor> getPreceptors() {
        return preceptors;
    }

    public long getOpen() {
        return open;
    }

    public boolean isDismissed() {
        return dismissed;
    }

    public void setDismissed(boolean dismissed) {
        this.dismissed = dismissed;
    }

    public Long getPreceptor() {
        return preceptor;
    }

    public void setPreceptor(Long preceptor) {
        this.preceptor = preceptor;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
