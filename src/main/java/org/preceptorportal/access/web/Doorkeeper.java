package org.preceptorportal.access.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.preceptorportal.access.ApiKeys;
import org.preceptorportal.access.Door;
import org.preceptorportal.access.Doors;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.web.Sender;

/**
 * Stands before every page, file and API call: finds out who calls, tells {@link CurrentCaller},
 * and opens the door or does not (AC-1, AC-7).
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Doorkeeper extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String API = "/api/v1";
    private static final String SIGN_IN = "/access/sign-in";
    private static final Set<String> PAGE_METHODS = Set.of("GET", "HEAD", "POST");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject transient Doors doors;
    @Inject transient ApiKeys keys;
    @Inject transient CurrentCaller current;
    @Inject transient AuditTrail audit;
    @Inject transient Visits visits;
    @Inject transient OwnOrigin ownOrigin;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        if (path.equals(API) || path.startsWith(API + "/")) {
            call(request, response, chain, path.substring(API.length()));
        } else {
            page(request, response, chain, path);
        }
    }

    private void page(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            String path)
            throws IOException, ServletException {
        Optional<Door> door = doors.page(path);
        // Style sheets and health checks are for everybody: no question to the database.
        if (door.isPresent() && door.get().kind() == Door.Kind.FILE && door.get().open()) {
            chain.doFilter(request, response);
            return;
        }
        Caller caller = visits.visitor(request).orElse(null);
        current.become(caller);
        Visits.bind(request);
        if (!PAGE_METHODS.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (door.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (door.get().admits(caller)) {
            chain.doFilter(request, response);
        } else if (caller == null) {
            toSignIn(request, response, path);
        } else {
            audit.refuse(caller, "page", door.get().path());
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void call(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            String path)
            throws IOException, ServletException {
        Optional<Door> door = doors.api(request.getMethod(), path);
        boolean ownPages = door.isPresent() && door.get().ownPages();
        Caller caller = ownPages ? visits.visitor(request).orElse(null) : apiCaller(request);
        current.become(caller);
        boolean open = door.isPresent() && door.get().open();
        if (caller == null && !open) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Preceptor Portal\"");
            problem(
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "Unauthorized",
                    ownPages
                            ? "You are signed out. Sign in and try again."
                            : "Send a valid API key: Authorization: Bearer pp_...");
        } else if (door.isEmpty()) {
            problem(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    "Not Found",
                    "There is no such call.");
        } else if (ownPages && !ownOrigin.proven(request)) {
            problem(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Forbidden",
                    "Only pages of the portal itself may make this call.");
        } else if (ownPages && changing(request) && !json(request)) {
            problem(
                    response,
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "Unsupported Media Type",
                    "Send application/json.");
        } else if (door.get().admits(caller) && !door.get().asksWhose(caller)) {
            chain.doFilter(request, response);
        } else {
            audit.refuse(caller, "api", door.get().method() + " " + door.get().path());
            problem(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Forbidden",
                    door.get().asksWhose(caller)
                            ? "This key is nobody's, so an adviser of an applicant might hold it."
                                    + " Make one with an owner: ./portal api-key --role ROLE"
                                    + " --email ADDRESS"
                            : "Your role does not cover this call.");
        }
    }

    /** By key; by session only to read, for another site could make a browser send the cookie. */
    private Caller apiCaller(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            String scheme = "Bearer ";
            return authorization.regionMatches(true, 0, scheme, 0, scheme.length())
                    ? keys.caller(
                                    authorization.substring(scheme.length()).strip(),
                                    Sender.of(request).address())
                            .orElse(null)
                    : null;
        }
        return changing(request) ? null : visits.visitor(request).orElse(null);
    }

    private static boolean changing(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    /** A form of another site cannot send this type without asking first (CORS). */
    private static boolean json(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    private static void toSignIn(
            HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        String signIn = request.getContextPath() + SIGN_IN;
        Visits.want(request, path + query(request, path));
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter()
                    .write(
                            "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                                    + signIn
                                    + "\"/></partial-response>");
        } else {
            response.sendRedirect(signIn);
        }
    }

    /** Of a form that was sent too late, the query is in the address of the page it stood on. */
    private static String query(HttpServletRequest request, String path) {
        String query = request.getQueryString();
        String referer = request.getHeader("Referer");
        if ("POST".equals(request.getMethod()) && referer != null) {
            try {
                URI from = URI.create(referer);
                query =
                        (request.getContextPath() + path).equals(from.getPath())
                                ? from.getRawQuery()
                                : null;
            } catch (IllegalArgumentException e) {
                query = null;
            }
        }
        return query == null ? "" : "?" + query;
    }

    private static void problem(
            HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(
                        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                                .formatted(title, status, detail));
    }

    /** Within the portal, as the server matched it: decoded, normalized, without parameters. */
    private static String path(HttpServletRequest request) {
        String below = request.getPathInfo();
        return below == null ? request.getServletPath() : request.getServletPath() + below;
    }
}
