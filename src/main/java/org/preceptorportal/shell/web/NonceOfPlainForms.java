package org.preceptorportal.shell.web;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Lets a plain form be posted from any page. PrimeFaces wants each form to bring the page's nonce
 * back and throws when it does not; only its own script puts it there, and pages without one of its
 * components have no such script. The page's state knows the nonce, so a form that comes without
 * one is given that.
 */
public class NonceOfPlainForms implements PhaseListener {
    private static final long serialVersionUID = 1L;
    private static final String NONCE = "primefaces.nonce";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        ExternalContext external = faces.getExternalContext();
        UIViewRoot view = faces.getViewRoot();
        if (view == null
                || view.getViewMap(false) == null
                || !faces.isPostback()
                || external.getRequestParameterMap().get(NONCE) != null) {
            return;
        }
        if (view.getViewMap().get(NONCE) instanceof String nonce) {
            external.setRequest(new WithNonce((HttpServletRequest) external.getRequest(), nonce));
        }
    }

    private static final class WithNonce extends HttpServletRequestWrapper {
        private final String nonce;

        WithNonce(HttpServletRequest request, String nonce) {
            super(request);
            this.nonce = nonce;
        }

        @Override
        public String getParameter(String name) {
            return NONCE.equals(name) ? nonce : super.getParameter(name);
        }
    }
}
