package org.preceptorportal.access.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.access.Assistants;
import org.preceptorportal.access.Assistants.Shown;
import org.preceptorportal.shell.CurrentCaller;

/** Who may draft for a preceptor; in the view, so that a button removes whom it stands beside. */
@Named("accessAssistantsPage")
@ViewScoped
public class AssistantsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String AGAIN = "/access/assistants?faces-redirect=true";

    @Inject Assistants assistants;
    @Inject CurrentCaller current;

    private List<Shown> present;
    private String name;
    private String email;

    public List<Shown> getPresent() {
        if (present == null) {
            present = assistants.mine(current.get());
        }
        return present;
    }

    public String invite() {
        assistants.invite(current.get(), name, email);
        return AGAIN + "&invited=yes";
    }

    public String remove(long assistantId) {
        assistants.remove(current.get(), assistantId);
        return AGAIN;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
