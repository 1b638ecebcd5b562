package org.preceptorportal.night;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This node's name, the same after each restart: {@code portal.node}, or else the host's name and a
 * mark of the data folder, so that two portals on one machine differ.
 */
@ApplicationScoped
public class Node {
    @Inject
    @ConfigProperty(name = "portal.node")
    Optional<String> configured;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    private String name;

    @PostConstruct
    void settle() {
        name = configured.orElseGet(() -> clip(host()) + "-" + mark(data));
        if (name.length() > 80) {
            throw new IllegalStateException("portal.node must not exceed 80 characters");
        }
    }

    public String name() {
        return name;
    }

    private static String mark(String folder) {
        return Integer.toHexString(Path.of(folder).toAbsolutePath().normalize().hashCode());
    }

    private static String clip(String host) {
        return host.substring(0, Math.min(host.length(), 60));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // A container without a resolvable name of its own: the data folder's mark tells it.
            return "node";
        }
    }
}
