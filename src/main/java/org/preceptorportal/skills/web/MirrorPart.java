package org.preceptorportal.skills.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.skills.Mirror;
import org.preceptorportal.skills.Mirrors;

/** The mirror below a submitted evaluation, for its preceptor's eyes. */
@Named("skillsMirrorPart")
@RequestScoped
public class MirrorPart {
    @Inject CurrentCaller caller;
    @Inject Mirrors mirrors;

    private Mirror mirror;

    /** False for an assistant, who sees the page but not this. */
    public boolean isShown() {
        return caller.get().is(Role.PRECEPTOR);
    }

    /** Called with the page's evaluation. */
    public Mirror after(long evaluationId) {
        if (mirror == null) {
            mirror = mirrors.after(caller.get(), evaluationId);
        }
        return mirror;
    }
}
