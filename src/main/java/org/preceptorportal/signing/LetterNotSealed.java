package org.preceptorportal.signing;

import org.preceptorportal.shell.Refusal;

/** No seal could be made just now, for instance because no time-stamp was to be had. */
public class LetterNotSealed extends Refusal {
    private static final long serialVersionUID = 1L;

    LetterNotSealed() {
        super("signing", "refused.notSealed");
    }
}
