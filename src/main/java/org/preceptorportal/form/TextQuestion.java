package org.preceptorportal.form;

import java.io.Serializable;

/**
 * Something to say in words.
 *
 * @param code {@code strengths} and {@code improvement} in final forms, {@code goal} in mid forms,
 *     {@code note} in encounter forms; others as the form likes
 * @param hint one sentence that helps to answer; may be empty
 * @param fewestWords words an answer needs; 0 where any will do
 */
public record TextQuestion(
        String code, String label, String hint, boolean required, int fewestWords)
        implements Serializable {
    public TextQuestion {
        if (code.isBlank() || label.isBlank() || fewestWords < 0) {
            throw new IllegalArgumentException(
                    "question \"" + code + "\" needs a code and a label");
        }
    }
}
