package org.preceptorportal.signing;

import org.preceptorportal.shell.Refusal;

/** The mailed code does not open the signature. */
public class SigningCodeRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param why {@code none} (ask for one), {@code expired}, {@code wrong}, {@code spent} (tried
     *     too often)
     */
    SigningCodeRefused(String why) {
        super("signing", "refused.code." + why);
    }
}
