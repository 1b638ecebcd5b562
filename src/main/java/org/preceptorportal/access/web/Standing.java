package org.preceptorportal.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.access.Assistants;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;

/** For whom somebody acts, as every page says it. */
@Named("accessStanding")
@RequestScoped
public class Standing {
    @Inject CurrentCaller current;
    @Inject Assistants assistants;

    private String preceptor;

    public boolean isAssistant() {
        return current.ifSignedIn().filter(caller -> caller.is(Role.ASSISTANT)).isPresent();
    }

    /** Whether they may have assistants of their own. */
    public boolean isInviting() {
        return current.ifSignedIn().filter(caller -> caller.is(Role.PRECEPTOR)).isPresent();
    }

    /** The preceptor an assistant is signed in for. */
    public String getPreceptor() {
        if (preceptor == null) {
            preceptor = assistants.preceptorOf(current.get());
        }
        return preceptor;
    }
}
