package org.preceptorportal.evaluation;

import org.preceptorportal.shell.Refusal;

/** Too few items were observed to say anything about the learner (EV-4). */
public class ContactInsufficient extends Refusal {
    private static final long serialVersionUID = 1L;

    ContactInsufficient(int fewest) {
        super("evaluation", "refusal.contact", fewest);
    }
}
