package org.preceptorportal.packet.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;

/** Sizes of files as people read them. */
@Named("packetSize")
@ApplicationScoped
public class Megabytes {
    private static final double KILO = 1000;

    /**
     * @param bytes any number
     * @return for instance "740 KB" or "12.3 MB"; a dash for 0, which is a size not to be known
     */
    public String say(long bytes) {
        if (bytes == 0) {
            return "–";
        }
        if (bytes < KILO * KILO) {
            return Math.max(1, Math.round(bytes / KILO)) + " KB";
        }
        return String.format(Locale.US, "%.1f MB", bytes / KILO / KILO);
    }
}
