package org.preceptorportal.card;

import java.util.Locale;
import org.preceptorportal.shell.Refusal;

/** The card does not work: nobody has made it, or not now, or not any more (CA-2, CA-3). */
public class CardNotValid extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Why it does not work. */
    public enum Why {
        UNKNOWN,
        REVOKED,
        EARLY,
        OVER
    }

    private final Why why;

    CardNotValid(Why why) {
        super("card", "refusal." + why.name().toLowerCase(Locale.ROOT));
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
