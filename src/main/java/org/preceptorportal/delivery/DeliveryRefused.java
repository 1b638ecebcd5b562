package org.preceptorportal.delivery;

import java.io.Serializable;
import org.preceptorportal.shell.Refusal;

/** Something about a letter's delivery cannot be, for a reason that its bundle words. */
public class DeliveryRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    DeliveryRefused(String reason, Serializable... arguments) {
        super("delivery", "refused." + reason, arguments);
    }
}
