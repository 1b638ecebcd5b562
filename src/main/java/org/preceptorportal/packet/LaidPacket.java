package org.preceptorportal.packet;

import java.time.Instant;
import java.util.Map;
import org.preceptorportal.store.Sha256;

/**
 * A packet that is to be kept.
 *
 * @param made the bytes that were made for it, by their hash
 * @param at the moment before its letters were read: one that is withdrawn while it is laid comes
 *     later
 */
record LaidPacket(PacketDraft draft, Map<Sha256, byte[]> made, Instant at) {
    /** With a stamp that counts only if it did not move meanwhile. */
    LaidPacket stamped(PacketMaking.Stamps now) {
        return new LaidPacket(draft.stamped(now.still(draft.programId(), draft.stamp())), made, at);
    }
}
