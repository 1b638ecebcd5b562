package org.preceptorportal.letter;

import org.preceptorportal.shell.Refusal;

/** The text was saved elsewhere since it was shown (LT-3, SG-1). Both texts are kept. */
public class StaleDraft extends Refusal {
    private static final long serialVersionUID = 1L;

    StaleDraft() {
        super("letter", "refused.staleDraft");
    }
}
