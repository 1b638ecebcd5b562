package org.preceptorportal.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.preceptorportal.shell.Network;

/**
 * Where a request comes from. A proxy that is trusted says for whom it asks; what anybody else says
 * about that is not believed, or throttles could be dodged and the trail misled.
 *
 * @param address of the browser
 * @param secure true when it spoke https
 */
public record Sender(String address, boolean secure) {
    private static final String KEPT = "portal.sender";

    /** Of this request, as {@link BehindProxy} found it. */
    public static Sender of(HttpServletRequest request) {
        return request.getAttribute(KEPT) instanceof Sender sender
                ? sender
                : new Sender(request.getRemoteAddr(), request.isSecure());
    }

    void keep(HttpServletRequest request) {
        request.setAttribute(KEPT, this);
    }

    /**
     * @param neighbor whose connection it is
     * @param forwardedFor X-Forwarded-For, or null: each proxy adds at the end whom it heard
     * @param forwardedProto X-Forwarded-Proto, or null
     */
    static Sender of(
            List<Network> trusted,
            String neighbor,
            boolean secure,
            String forwardedFor,
            String forwardedProto) {
        if (!isTrusted(trusted, neighbor)) {
            return new Sender(neighbor, secure);
        }
        boolean https =
                forwardedProto == null ? secure : forwardedProto.strip().equalsIgnoreCase("https");
        String address = neighbor;
        String[] hops = forwardedFor == null ? new String[0] : forwardedFor.split(",");
        // From the end: the first that is not ours is the last that is believed.
        for (int i = hops.length - 1; i >= 0 && isTrusted(trusted, address); i--) {
            String hop = withoutPort(hops[i].strip());
            if (!Network.isAddress(hop)) {
                break;
            }
            address = hop;
        }
        return new Sender(address, https);
    }

    private static boolean isTrusted(List<Network> trusted, String address) {
        return trusted.stream().anyMatch(network -> network.holds(address));
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.replaceAll("^\\[|].*$", "");
        }
        return hop.indexOf(':') == hop.lastIndexOf(':') ? hop.replaceAll(":.*$", "") : hop;
    }
}
