package org.preceptorportal.stepup.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.stepup.Authenticators;
import org.preceptorportal.stepup.Authenticators.Setup;

/** How a preceptor proves who they are when signing: the mail, or an app. */
@Named("stepupSettingsPage")
@ViewScoped
public class SettingsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String DONE = "/stepup/settings?faces-redirect=true&changed=yes";

    @Inject CurrentCaller caller;
    @Inject Words words;
    @Inject Authenticators authenticators;

    private boolean codeSent;
    private String code;
    private String appCode;

    /** Shown by this view and by no other: it holds the secret. */
    private Setup setup;

    public void sendCode() {
        authenticators.sendCode(caller.get());
        if (codeSent) {
            String say = words.say("stepup", "sent.again");
            FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(say));
        }
        codeSent = true;
        code = null;
    }

    /** The mailed code is right: the app is left, or a new one begun. */
    public String prove() {
        if (isOn()) {
            authenticators.remove(caller.get(), code);
            return DONE;
        }
        setup = authenticators.begin(caller.get(), code);
        return null;
    }

    public String confirm() {
        authenticators.confirm(caller.get(), appCode);
        return DONE;
    }

    public boolean isOn() {
        return getSince() != null;
    }

    public Instant getSince() {
        return authenticators.since(caller.get()).orElse(null);
    }

    public boolean isCodeSent() {
        return codeSent;
    }

    public Setup getSetup() {
        return setup;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getAppCode() {
        return appCode;
    }

    public void setAppCode(String appCode) {
        this.appCode = appCode;
    }
}
