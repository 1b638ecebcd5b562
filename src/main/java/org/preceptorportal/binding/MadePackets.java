package org.preceptorportal.binding;

import java.util.Map;

/** What is known of the packets that were laid of applicants' files. */
public interface MadePackets {
    /**
     * Stamps of the programs' newest packets of a season, by program; without those that lack a
     * stamp, or something that should be in them.
     */
    Map<Long, String> stamps(long tenantId, String season);
}
