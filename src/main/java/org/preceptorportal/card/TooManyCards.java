package org.preceptorportal.card;

import org.preceptorportal.shell.Refusal;

/** More cards than a person prints in one go. */
public class TooManyCards extends Refusal {
    private static final long serialVersionUID = 1L;

    TooManyCards(int most) {
        super("card", "refusal.many", most);
    }
}
