package org.preceptorportal.form;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A draft as its editor shows it.
 *
 * @param next the number it gets when published
 * @param version the version this text has; a save must name it
 * @param reading what the text says, with the problems that would stop it from being published
 * @param changes against the newest published version; empty where there is none
 */
public record FormDraft(
        long id,
        String code,
        int next,
        String text,
        int version,
        Instant savedAt,
        String savedBy,
        FormReading reading,
        List<FormChange> changes)
        implements Serializable {
    public FormDraft {
        changes = List.copyOf(changes);
    }
}
