package org.preceptorportal.access;

import java.io.Serializable;
import org.preceptorportal.shell.Refusal;

/** This person cannot become an assistant, for a reason the preceptor reads. */
public class AssistantRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    AssistantRefused(String key, Serializable... arguments) {
        super("access", key, arguments);
    }
}
