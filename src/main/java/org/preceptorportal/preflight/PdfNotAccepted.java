package org.preceptorportal.preflight;

import java.io.Serializable;
import java.util.Locale;
import org.preceptorportal.shell.Refusal;

/** A file that somebody handed in is not a PDF that we take. */
public class PdfNotAccepted extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Why not; each has its words, with what to do, in the room's bundle. */
    public enum Reason {
        EMPTY,
        /** Does not begin and end as a PDF does. */
        NOT_PDF,
        TOO_BIG,
        TOO_MANY_PAGES,
        /** Cannot be read, or has no page. */
        DAMAGED,
        /** Needs a password, or forbids something. */
        ENCRYPTED,
        SCRIPT,
        /** Starts a program, sends or loads data, opens another file. */
        ACTION,
        ATTACHMENT,
        /** Film, sound, 3D. */
        RECORDING,
        XFA,
        /** Unpacks to more than a document of this kind needs. */
        SWOLLEN,
        /** Took too long to read. */
        SLOW
    }

    private final Reason reason;

    public PdfNotAccepted(Reason reason, Serializable... arguments) {
        super("preflight", "refused." + reason.name().toLowerCase(Locale.ROOT), arguments);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
