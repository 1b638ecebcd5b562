package org.preceptorportal.feedback.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.feedback.ReplySuspected;
import org.preceptorportal.feedback.ReplyView;
import org.preceptorportal.feedback.Replying;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;

/** The learner's reply below an evaluation; the page says which by its parameter {@code id}. */
@Named("feedbackReplyPart")
@ViewScoped
public class ReplyPart implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject Replying replying;
    @Inject Words words;

    private ReplyView reply;
    private String text;
    private String justification;
    private transient List<ReplySuspected.Suspicion> suspicions = List.of();

    /** Called with the page's evaluation, once a view. */
    public ReplyView of(long evaluationId) {
        if (reply == null) {
            reply = replying.of(caller.get(), evaluationId);
            text = reply.text();
        }
        return reply;
    }

    public String write() {
        try {
            replying.write(caller.get(), reply.evaluationId(), text, justification);
        } catch (ReplySuspected suspected) {
            suspicions = suspected.suspicions();
            String say = words.say("feedback", suspected.key());
            FacesContext.getCurrentInstance()
                    .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, say, say));
            return null;
        }
        return "/evaluation/read?faces-redirect=true&id=" + reply.evaluationId();
    }

    public List<ReplySuspected.Suspicion> getSuspicions() {
        return suspicions == null ? List.of() : suspicions;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getJustification() {
        return justification;
    }

    public void setJustification(String justification) {
        this.justification = justification;
    }
}
