package org.preceptorportal.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.preceptorportal.access.Target;

/**
 * What the session knows of a signed-in person (AC-6).
 *
 * @param since when they signed in
 */
record Visit(long accountId, Instant since) implements Serializable {
    private static final String VISIT = "portal.visit";
    private static final String WANTED = "portal.wanted";
    private static final Duration LONGEST = Duration.ofHours(12);

    /** Begins a visit in a new session: nothing of an earlier one is carried over. */
    static void begin(HttpServletRequest request, long accountId, Instant now) {
        end(request);
        request.getSession(true).setAttribute(VISIT, new Visit(accountId, now));
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** The visit of this request; one that lasted 12 hours is ended. */
    static Optional<Visit> of(HttpServletRequest request, Clock clock) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(VISIT) instanceof Visit visit)) {
            return Optional.empty();
        }
        if (clock.instant().isAfter(visit.since.plus(LONGEST))) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(visit);
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
}
