package org.preceptorportal.access.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.preceptorportal.access.Links;
import org.preceptorportal.access.Links.Entry;
import org.preceptorportal.access.Links.Shown;
import org.preceptorportal.access.SignInLink.State;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.web.Sender;

/** Shows whom a one-time link is for; only the button uses it (AC-2). */
@Named("accessLinkPage")
@ViewScoped
public class LinkPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject Links links;
    @Inject CurrentCaller current;
    @Inject HttpServletRequest request;
    @Inject Visits visits;

    private String token;
    private transient Shown shown;
    private boolean mailed;

    public void enter() throws IOException {
        // Two taps at once, or a slow reader: the link may be gone since it was shown.
        shown = null;
        Optional<Entry> entry = links.use(token, Sender.of(request).address());
        if (entry.isPresent()) {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            visits.begin(
                    request, (HttpServletResponse) external.getResponse(), entry.get().accountId());
            external.redirect(request.getContextPath() + entry.get().target());
        }
    }

    public void renew() {
        links.renew(token, Sender.of(request).address());
        mailed = true;
    }

    public Shown getShown() {
        if (shown == null && token != null) {
            shown = links.look(token).orElse(null);
        }
        return shown;
    }

    public boolean isOpen() {
        return getShown() != null && shown.state() == State.OPEN;
    }

    /** Who already came in need not be asked again, even by a link that is used up. */
    public boolean isInside() {
        return getShown() != null
                && current.ifSignedIn()
                        .filter(who -> who.accountId() != null)
                        .filter(who -> who.accountId() == shown.accountId())
                        .isPresent();
    }

    public boolean isMailed() {
        return mailed;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
