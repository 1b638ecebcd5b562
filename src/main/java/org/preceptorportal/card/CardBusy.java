package org.preceptorportal.card;

import org.preceptorportal.shell.Refusal;

/** One address tried too many cards, or one card was used too often in a short time (CA-5). */
public class CardBusy extends Refusal {
    private static final long serialVersionUID = 1L;

    CardBusy() {
        super("card", "refusal.busy");
    }
}
