package org.preceptorportal.attachment;

/** What learners hand in. */
public enum AttachmentKind {
    CV,
    /** The personal statement of an application. */
    STATEMENT
}
