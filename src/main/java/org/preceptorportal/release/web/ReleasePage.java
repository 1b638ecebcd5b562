package org.preceptorportal.release.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preceptorportal.release.Destination;
import org.preceptorportal.release.LetterReleasing;
import org.preceptorportal.roster.DeliveryChannel;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;

/** A learner lets a program have a signed letter. */
@Named("releaseReleasePage")
@ViewScoped
public class ReleasePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterReleasing releasing;
    @Inject Words words;

    private long letter;
    private LetterReleasing.Released mine;
    private List<Destination> choices;
    private Long program;
    private boolean withReport = true;

    public void read() {
        mine = releasing.letter(caller.get(), letter);
        choices = releasing.choices(caller.get(), letter);
    }

    public String release() {
        releasing.release(caller.get(), letter, program, withReport);
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(done()));
        return "/asking/mine?faces-redirect=true";
    }

    /** What happens now: a letter that goes by a service is not given from here. */
    private String done() {
        Destination to =
                choices.stream().filter(c -> program.equals(c.id())).findFirst().orElseThrow();
        return to.direct()
                ? words.say("release", "release.done")
                : words.say("release", "release.noted", to.service());
    }

    /** All programs; a service is named where letters go by it. */
    public List<SelectItem> getPrograms() {
        return choices.stream().map(this::item).toList();
    }

    private SelectItem item(Destination to) {
        String label =
                to.direct()
                        ? words.say("release", "release.program", to.name(), to.institution())
                        : words.say("release", "release.elsewhere", to.name(), to.service());
        return new SelectItem(to.id(), label);
    }

    /** How many letters a program takes, channel by channel. */
    public String getHint() {
        String limits =
                Stream.of(DeliveryChannel.values())
                        .map(c -> words.say("release", "release.limit." + c, releasing.limit(c)))
                        .collect(Collectors.joining(", "));
        return words.say("release", "release.toHint", limits);
    }

    public LetterReleasing.Released getMine() {
        return mine;
    }

    public long getLetter() {
        return letter;
    }

    public void setLetter(long letter) {
        this.letter = letter;
    }

    public Long getProgram() {
        return program;
    }

    public void setProgram(Long program) {
        this.program = program;
    }

    public boolean isWithReport() {
        return withReport;
    }

    public void setWithReport(boolean withReport) {
        this.withReport = withReport;
    }
}
