package org.preceptorportal.access.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a page of this portal made the browser send a request. Browsers write both headers
 * themselves, no script can: {@code Sec-Fetch-Site} to https and localhost, {@code Origin} with
 * whatever may change something. Who sends neither proves nothing (AC-7).
 */
@ApplicationScoped
class OwnOrigin {
    @Inject
    @ConfigProperty(name = "portal.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    protected OwnOrigin() {}

    OwnOrigin(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    boolean proven(HttpServletRequest request) {
        return proven(
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.getScheme() + "://" + request.getHeader("Host"));
    }

    /**
     * @param addressed the origin the browser believes to speak to, as the server heard it; behind
     *     a proxy that ends TLS its scheme is wrong, then the base URL's origin counts
     */
    boolean proven(String fetchSite, String origin, String addressed) {
        boolean ours =
                origin != null
                        && (origin.equalsIgnoreCase(addressed)
                                || origin.equalsIgnoreCase(origin(baseUrl)));
        return fetchSite == null
                ? ours
                : fetchSite.equals("same-origin") && (origin == null || ours);
    }

    private static String origin(String url) {
        URI address = URI.create(url);
        return (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
