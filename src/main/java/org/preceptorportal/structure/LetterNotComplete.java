package org.preceptorportal.structure;

import java.util.List;
import org.preceptorportal.shell.Refusal;

/** A structured letter lacks an answer, or a narrative is too short or too long (ST-4). */
public class LetterNotComplete extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param labels of the questions; they are the structure's words and not content
     */
    public LetterNotComplete(List<String> labels) {
        super("structure", "refused.notComplete", labels.size(), String.join("; ", labels));
    }
}
