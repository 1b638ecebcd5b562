package org.preceptorportal.shell.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Refusal;
import org.preceptorportal.shell.Words;

/**
 * Turns what a use case throws into what a person reads: a refusal becomes a message on the same
 * page, or the page for what is not open, which says why, when it comes while that page is drawn, a
 * thing that is not the caller's becomes 404, a page that waited too long offers to open again.
 * Anything else is an error of ours: it is logged and the error page is shown, for background
 * (Ajax) requests too, which Faces would otherwise lose silently.
 */
public class RefusalsInWords extends ExceptionHandlerFactory {
    private static final Logger LOG = System.getLogger(RefusalsInWords.class.getName());

    public RefusalsInWords(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {
        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            FacesContext faces = FacesContext.getCurrentInstance();
            Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                Throwable thrown = events.next().getContext().getException();
                if (faces.getResponseComplete() || answered(faces, thrown)) {
                    events.remove();
                }
            }
            super.handle();
        }

        /** False when the container's error page shall answer. */
        private static boolean answered(FacesContext faces, Throwable thrown) {
            Optional<Refusal> refusal = cause(thrown, Refusal.class);
            if (refusal.isPresent() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
                say(faces, refusal.get());
                return true;
            }
            if (refusal.isPresent()) {
                faces.getExternalContext().getRequestMap().put("refused", why(refusal.get()));
                return instead(faces, HttpServletResponse.SC_FORBIDDEN, "/error/forbidden");
            }
            if (cause(thrown, NotForCaller.class).isPresent()) {
                return instead(faces, HttpServletResponse.SC_NOT_FOUND, "/error/missing");
            }
            if (cause(thrown, ViewExpiredException.class).isPresent()) {
                return leave(faces, "/error/expired?again=" + again(faces.getExternalContext()));
            }
            if (faces.getPartialViewContext().isAjaxRequest()) {
                LOG.log(Level.ERROR, "A background request failed", thrown);
                return leave(faces, "/error/broken");
            }
            return false;
        }

        private static void say(FacesContext faces, Refusal refusal) {
            String words = why(refusal);
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
            if (faces.getPartialViewContext().isAjaxRequest()) {
                faces.getPartialViewContext().getRenderIds().add("news");
            }
        }

        private static String why(Refusal refusal) {
            return CDI.current().select(Words.class).get().why(refusal);
        }

        /** Another page answers: a page that was refused while it was drawn has nothing to show. */
        private static boolean instead(FacesContext faces, int status, String page) {
            if (faces.getPartialViewContext().isAjaxRequest()) {
                return leave(faces, page);
            }
            if (faces.getExternalContext().isResponseCommitted()) {
                return false;
            }
            try {
                faces.getExternalContext().responseSendError(status, null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            faces.responseComplete();
            return true;
        }

        private static boolean leave(FacesContext faces, String path) {
            ExternalContext external = faces.getExternalContext();
            if (external.isResponseCommitted()) {
                return false;
            }
            try {
                external.redirect(external.getRequestContextPath() + path);
            } catch (IOException e) {
                throw new FacesException(e);
            }
            return true;
        }

        /** Where the person was, query included: a form's own address has none. */
        private static String again(ExternalContext external) {
            String referer = external.getRequestHeaderMap().get("Referer");
            if (referer == null) {
                return "";
            }
            URI from = URI.create(referer);
            String path =
                    from.getRawQuery() == null
                            ? from.getRawPath()
                            : from.getRawPath() + "?" + from.getRawQuery();
            return URLEncoder.encode(path, StandardCharsets.UTF_8);
        }

        private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
            for (Throwable t = thrown; t != null; t = t.getCause()) {
                if (type.isInstance(t)) {
                    return Optional.of(type.cast(t));
                }
            }
            return Optional.empty();
        }
    }
}
