package org.preceptorportal.release;

import org.preceptorportal.shell.Refusal;

/** Only a signed letter can be released. */
public class LetterNotSigned extends Refusal {
    private static final long serialVersionUID = 1L;

    LetterNotSigned() {
        super("release", "refused.notSigned");
    }
}
