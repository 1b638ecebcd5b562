package org.preceptorportal.form;

import java.util.Map;

/** Told by the room that keeps answers: how often each version was answered. */
public interface FormUse {
    /** Evaluations, drafts too, by {@code code-version}. */
    Map<String, Long> answered(long tenantId);
}
