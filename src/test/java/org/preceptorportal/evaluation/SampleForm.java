package org.preceptorportal.evaluation;

import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.ShippedForms;

/** The portal's first final form: fourteen required items and two texts. */
final class SampleForm {
    static final EvaluationForm FORM = first();

    private SampleForm() {}

    private static EvaluationForm first() {
        Forms forms = new ShippedForms();
        return forms.get(1, "final", 1);
    }
}
