package org.preceptorportal.packet;

import java.time.Instant;
import java.util.List;
import org.preceptorportal.store.Sha256;

/**
 * A packet before it is listed.
 *
 * @param asked hash of all that it is made from
 * @param key hash of its contents
 * @param stamp as {@link org.preceptorportal.binding.ProgramStamps} says; null when it changed
 *     while the inputs were read
 * @param asOf the newest thing in it
 * @param size of the ZIP in bytes
 */
record PacketDraft(
        long programId,
        String channel,
        Sha256 asked,
        Sha256 key,
        String stamp,
        Instant asOf,
        List<Entry> entries,
        long size,
        int applicants,
        int letters,
        int skipped) {
    PacketDraft stamped(String other) {
        return new PacketDraft(
                programId,
                channel,
                asked,
                key,
                other,
                asOf,
                entries,
                size,
                applicants,
                letters,
                skipped);
    }
}
