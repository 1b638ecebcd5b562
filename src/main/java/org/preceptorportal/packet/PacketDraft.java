package org.preceptorportal.packet;

import java.util.List;
import org.preceptorportal.store.Sha256;

/** A packet's content before it is listed. */
record PacketDraft(long programId, List<Entry> entries, int applicants, int letters, int skipped) {

    /** Equal entries are an equal packet (PK-3). */
    Sha256 key() {
        Object[] inputs =
                entries.stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.name(), e.blob().sha256()))
                        .toArray();
        return Sha256.ofInputs(inputs);
    }
}
