package org.preceptorportal.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Gives every response its security headers. Declared in web.xml, so that it stands before all
 * other filters.
 *
 * <p>A response is locked down unless it is known to be something else: a Faces page replaces the
 * content policy by its own with a nonce, a PDF gets the little that the browsers' viewers need.
 */
public class Headers extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final String POLICY = "Content-Security-Policy";
    private static final String LOCKED =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    // Chromium draws a PDF in an <embed> of a page it makes up, which inherits this policy.
    private static final String VIEWER =
            "default-src 'none'; object-src 'self'; img-src 'self' data:; style-src 'unsafe-inline';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        response.setHeader(POLICY, LOCKED);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        // A sign-in link is a secret in an address: it goes nowhere.
        response.setHeader(
                "Referrer-Policy", path.startsWith("/access/") ? "no-referrer" : "same-origin");
        response.setHeader("Cache-Control", freshness(path));
        if (Sender.of(request).secure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, new Guarded(response));
    }

    private static String freshness(String path) {
        if (path.startsWith("/resources/fonts/")) {
            return "public, max-age=31536000, immutable";
        }
        if (path.startsWith("/resources/") || path.startsWith("/jakarta.faces.resource/")) {
            return "public, max-age=86400";
        }
        return "no-store";
    }

    private static final class Guarded extends HttpServletResponseWrapper {
        Guarded(HttpServletResponse response) {
            super(response);
        }

        // PrimeFaces adds its policy; two policies would both apply, and ours allows no script.
        @Override
        public void addHeader(String name, String value) {
            if (POLICY.equalsIgnoreCase(name)) {
                setHeader(name, value);
            } else if ("Content-Type".equalsIgnoreCase(name)) {
                // The API's way of saying it.
                setContentType(value);
            } else {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setContentType(String type) {
            if (type != null && type.startsWith("application/pdf") && !sandboxed()) {
                setHeader(POLICY, VIEWER);
            }
            super.setContentType(type);
        }

        /** A file that people handed in asked for a stricter policy than our own PDFs. */
        private boolean sandboxed() {
            String policy = getHeader(POLICY);
            return policy != null && policy.startsWith("sandbox");
        }
    }
}
