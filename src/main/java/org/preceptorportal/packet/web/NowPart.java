package org.preceptorportal.packet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.packet.PacketNow;
import org.preceptorportal.roster.Program;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;

/** The part of the shelf that has one packet made now. */
@Named("packetNow")
@RequestScoped
public class NowPart {
    @Inject PacketNow now;
    @Inject CurrentCaller caller;
    @Inject Words words;

    private Long program;
    private boolean asked;

    public String make() {
        List<Program> mine = now.choices(caller.get());
        now.make(caller.get(), program == null ? mine.get(0).id() : program, asked);
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(words.say("packet", "now.done")));
        return "/packet/shelf?faces-redirect=true";
    }

    public List<SelectItem> getPrograms() {
        return now.choices(caller.get()).stream()
                .map(p -> new SelectItem(p.id(), p.name() + ", " + p.institution()))
                .toList();
    }

    public boolean isOnlyIfAsked() {
        return now.onlyIfAsked(caller.get());
    }

    public Long getProgram() {
        return program;
    }

    public void setProgram(Long program) {
        this.program = program;
    }

    public boolean isAsked() {
        return asked;
    }

    public void setAsked(boolean asked) {
        this.asked = asked;
    }
}
