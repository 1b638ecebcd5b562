package org.preceptorportal.packet;

import java.time.Instant;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.store.Blob;

/**
 * A packet that is to be kept.
 *
 * @param asOf the run, with the day and the cut-off that the packet counts for
 * @param made what was made for it and is on its way to the store
 * @param at when it was begun; a letter that was withdrawn a moment before may still be in it, and
 *     is left out whenever it is given (PK-8)
 */
record LaidPacket(NightRun asOf, PacketDraft draft, List<Blob> made, Instant at) {
    /** With a stamp that counts only if it did not move meanwhile. */
    LaidPacket stamped(PacketMaking.Stamps now) {
        return new LaidPacket(
                asOf, draft.stamped(now.still(draft.programId(), draft.stamp())), made, at);
    }
}
