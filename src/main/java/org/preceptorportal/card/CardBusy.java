package org.preceptorportal.card;

import java.time.Duration;
import org.preceptorportal.shell.Refusal;
import org.preceptorportal.shell.Throttle;

/** One address tried too many cards, or one card was used too often in a short time (CA-5). */
public class CardBusy extends Refusal {
    private static final long serialVersionUID = 1L;

    /** From one address: high, for a hospital has one. */
    static final Throttle.Limit LOOKS =
            new Throttle.Limit("card looks", 300, Duration.ofMinutes(1));

    /** By one card: low, for one person watches one encounter at a time. */
    static final Throttle.Limit USES = new Throttle.Limit("card uses", 60, Duration.ofHours(1));

    /**
     * Counts one.
     *
     * @param who the address or the card that the limit is for
     * @throws CardBusy beyond the limit
     */
    static void pass(Throttle throttle, Throttle.Limit limit, String who) {
        if (throttle.spent(limit, who)) {
            throw new CardBusy();
        }
        throttle.count(limit, who);
    }

    CardBusy() {
        super("card", "refusal.busy");
    }
}
