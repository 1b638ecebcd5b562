package org.preceptorportal.shell.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.shell.Network;

/**
 * Finds the true sender of each request, before all other filters; it is declared in web.xml. See
 * {@link Sender}.
 */
public class BehindProxy extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Networks of our own proxies, for instance {@code 10.0.0.0/8,127.0.0.1}; by default none. */
    @Inject
    @ConfigProperty(name = "portal.trusted-proxies")
    transient Optional<String> setting;

    private transient List<Network> trusted;

    @Override
    public void init() {
        trusted = Network.parseAll(setting.orElse(""));
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (trusted.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Sender sender =
                Sender.of(
                        trusted,
                        request.getRemoteAddr(),
                        request.isSecure(),
                        request.getHeader("X-Forwarded-For"),
                        request.getHeader("X-Forwarded-Proto"));
        sender.keep(request);
        chain.doFilter(new Forwarded(request, sender), new Relative(response));
    }

    private static final class Forwarded extends HttpServletRequestWrapper {
        private final Sender sender;

        Forwarded(HttpServletRequest request, Sender sender) {
            super(request);
            this.sender = sender;
        }

        @Override
        public String getRemoteAddr() {
            return sender.address();
        }

        @Override
        public boolean isSecure() {
            return sender.secure();
        }

        @Override
        public String getScheme() {
            return sender.secure() ? "https" : "http";
        }
    }

    /** The server would make a redirect absolute, with the scheme that the proxy spoke to it. */
    private static final class Relative extends HttpServletResponseWrapper {
        Relative(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            if (location.startsWith("/")) {
                resetBuffer();
                setStatus(SC_FOUND);
                setHeader("Location", location);
                flushBuffer();
            } else {
                super.sendRedirect(location);
            }
        }
    }
}
