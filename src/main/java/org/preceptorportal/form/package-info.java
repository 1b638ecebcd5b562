/**
 * What an evaluation asks: forms as versioned documents that an institution can edit.
 *
 * <p>Promises {@link org.preceptorportal.form.Forms} (which form, which version), {@link
 * org.preceptorportal.form.Publishing} (an institution writes its own) and the records of a form:
 * {@link org.preceptorportal.form.EvaluationForm} with its scales, domains, items and text
 * questions. The file format is in {@code docs/forms.md}.
 *
 * <p>Rules. <b>FO-1</b> a published version never changes: a new wording is a new version, and old
 * answers keep their labels. <b>FO-2</b> every scale has five levels, so that figures stay
 * comparable; the items of one domain share one scale. <b>FO-3</b> a final form covers the six
 * ACGME competencies and asks for strengths and one thing to improve. <b>FO-4</b> a broken file is
 * refused with the line and the reason of every fault. <b>FO-5</b> no two forms of an institution
 * serve the same purpose and rotation type; its own beats the portal's. <b>FO-6</b> only the
 * institution's coordinator publishes and retires, and both are in the audit trail.
 *
 * <p>Out of scope: answers ({@code evaluation}), when a form is due ({@code duty}), figures ({@code
 * skills}).
 */
@Room(
        name = "form",
        uses = {"roster", "audit", "shell"})
package org.preceptorportal.form;

import org.preceptorportal.Room;
