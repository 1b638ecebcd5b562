package org.preceptorportal.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.preceptorportal.access.SignIns;
import org.preceptorportal.shell.CurrentCaller;

/** The button in the bar of every page, and the one for all browsers at once. */
@Named("accessSignOut")
@RequestScoped
public class SignOut {
    @Inject CurrentCaller current;
    @Inject SignIns signIns;
    @Inject Visits visits;
    @Inject HttpServletRequest request;

    public String signOut() {
        current.ifSignedIn().ifPresent(caller -> signIns.signOut(caller, Visits.here(request)));
        return leave();
    }

    public String everywhere() {
        signIns.endAll(current.get());
        return leave();
    }

    private String leave() {
        visits.leave(
                request,
                (HttpServletResponse)
                        FacesContext.getCurrentInstance().getExternalContext().getResponse());
        return "/index?faces-redirect=true";
    }
}
