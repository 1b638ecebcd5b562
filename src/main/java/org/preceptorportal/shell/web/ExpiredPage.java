package org.preceptorportal.shell.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** The page that waited too long, and the way back to it. */
@Named("shellExpiredPage")
@RequestScoped
public class ExpiredPage {
    /** A path within this portal, or empty: never a way out to another site. */
    public String getAgain() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        String again = external.getRequestParameterMap().get("again");
        boolean ours =
                again != null
                        && again.startsWith(external.getRequestContextPath() + "/")
                        && !again.startsWith("//")
                        && !again.contains("\\")
                        && again.chars().noneMatch(Character::isISOControl);
        return ours ? again : "";
    }
}
