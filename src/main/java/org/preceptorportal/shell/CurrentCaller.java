package org.preceptorportal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;

/** The caller of this request, set once by the access room's door. */
@Named("currentCaller")
@RequestScoped
public class CurrentCaller {
    private Caller caller;

    public boolean isSignedIn() {
        return caller != null;
    }

    /**
     * @throws NotForCaller when nobody is signed in
     */
    public Caller get() {
        if (caller == null) {
            throw new NotForCaller("page");
        }
        return caller;
    }

    public Optional<Caller> ifSignedIn() {
        return Optional.ofNullable(caller);
    }

    public void become(Caller who) {
        caller = who;
    }
}
