package org.preceptorportal.signing;

import org.preceptorportal.seal.SealNotPossible;
import org.preceptorportal.shell.Refusal;

/** No seal could be made just now, for instance because no time-stamp was to be had. */
public class LetterNotSealed extends Refusal {
    private static final long serialVersionUID = 1L;

    LetterNotSealed(SealNotPossible.Reason reason) {
        super("signing", "refused.notSealed." + reason.name());
    }
}
