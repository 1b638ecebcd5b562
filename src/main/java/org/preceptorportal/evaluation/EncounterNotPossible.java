package org.preceptorportal.evaluation;

import java.io.Serializable;
import org.preceptorportal.shell.Refusal;

/** An encounter cannot be written down, confirmed or discarded like this; its key says why. */
public class EncounterNotPossible extends Refusal {
    private static final long serialVersionUID = 1L;

    EncounterNotPossible(String why, Serializable... arguments) {
        super("evaluation", "refusal.encounter." + why, arguments);
    }
}
