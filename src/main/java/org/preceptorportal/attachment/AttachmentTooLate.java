package org.preceptorportal.attachment;

import org.preceptorportal.shell.Refusal;

/** The letter is signed or declined: papers would come too late. */
public class AttachmentTooLate extends Refusal {
    private static final long serialVersionUID = 1L;

    AttachmentTooLate() {
        super("attachment", "refused.tooLate");
    }
}
