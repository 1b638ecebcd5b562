package org.preceptorportal.access.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.access.SignIns;
import org.preceptorportal.access.SignIns.Visitor;
import org.preceptorportal.access.Target;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.web.Sender;

/**
 * The browser's side of a sign-in: its cookie, and the servlet session that the pages need beside
 * it. The session opens nothing; it only belongs to one sign-in (AC-6).
 */
@ApplicationScoped
class Visits {
    private static final String HERE = "portal.sign-in";
    private static final String WANTED = "portal.wanted";

    @Inject SignIns signIns;

    @Inject
    @ConfigProperty(name = "portal.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /** Who sends this request; remembered in it, for {@link #here}. */
    Optional<Caller> visitor(HttpServletRequest request) {
        Optional<Visitor> visitor = signIns.visitor(cookie(request), Sender.of(request).address());
        visitor.ifPresent(who -> request.setAttribute(HERE, who.signInId()));
        return visitor.map(Visitor::caller);
    }

    /**
     * The sign-in of this request.
     *
     * @throws IllegalStateException when nobody is signed in
     */
    static long here(HttpServletRequest request) {
        if (request.getAttribute(HERE) instanceof Long signIn) {
            return signIn;
        }
        throw new IllegalStateException("nobody is signed in");
    }

    /**
     * Gives the page a session of this sign-in and of no other: what a stranger, or somebody before
     * in this browser, has put into one is never carried over. After a restart it makes a new one.
     */
    static void bind(HttpServletRequest request) {
        Object signIn = request.getAttribute(HERE);
        HttpSession session = request.getSession(false);
        Object owner = session == null ? null : session.getAttribute(HERE);
        if (!Objects.equals(signIn, owner)) {
            end(session);
            if (signIn != null) {
                request.getSession(true).setAttribute(HERE, signIn);
            }
        }
    }

    void begin(HttpServletRequest request, HttpServletResponse response, long accountId) {
        String value =
                signIns.begin(
                        accountId,
                        cookie(request),
                        request.getHeader("User-Agent"),
                        Sender.of(request).address());
        end(request.getSession(false));
        keep(response, value, (int) SignIns.KEPT.toSeconds());
    }

    /** Nothing of the person stays in this browser. */
    void leave(HttpServletRequest request, HttpServletResponse response) {
        end(request.getSession(false));
        keep(response, "", 0);
        response.setHeader("Clear-Site-Data", "\"storage\"");
    }

    /** Remembers where a stranger wanted to go. */
    static void want(HttpServletRequest request, String target) {
        if (Target.isOurs(target)) {
            request.getSession(true).setAttribute(WANTED, target);
        }
    }

    /** Where the stranger of this session wanted to go, else home. */
    static String wanted(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Target.orHome(session == null ? null : (String) session.getAttribute(WANTED));
    }

    private static void end(HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }

    private String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name())) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private void keep(HttpServletResponse response, String value, int seconds) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }

    /** With the prefix, browsers take it from this host alone, and over https alone. */
    private String name() {
        return secure() ? "__Host-portal-sign-in" : "portal-sign-in";
    }

    private boolean secure() {
        return baseUrl.startsWith("https:");
    }
}
