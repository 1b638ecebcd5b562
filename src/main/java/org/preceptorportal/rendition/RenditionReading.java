package org.preceptorportal.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.shell.Caller;

/** The renditions that are kept nowhere, for the author. */
@ApplicationScoped
public class RenditionReading {
    @Inject LetterDoor door;
    @Inject Renditions renditions;
    @Inject AuditTrail audit;

    /** The words as plain text; every reading is written down. */
    @Transactional
    public String plainText(Caller caller, long letterId) {
        String text = renditions.plainText(door.authored(caller, letterId));
        audit.record(caller, "letter.read", "letter", letterId, "plain text");
        return text;
    }
}
