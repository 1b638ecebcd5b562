package org.preceptorportal.packet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.preceptorportal.store.Blob;

/**
 * A packet that is to be kept.
 *
 * @param night the day that it counts for
 * @param cutoff what is later is not in it
 * @param made what was made for it and is on its way to the store
 * @param at when it was begun; a letter that was withdrawn a moment before may still be in it, and
 *     is left out whenever it is given (PK-8)
 */
record LaidPacket(LocalDate night, Instant cutoff, PacketDraft draft, List<Blob> made, Instant at) {
    /** With a stamp that counts only if it did not move meanwhile. */
    LaidPacket stamped(PacketMaking.Stamps now) {
        return new LaidPacket(
                night,
                cutoff,
                draft.stamped(now.still(draft.programId(), draft.stamp())),
                made,
                at);
    }
}
