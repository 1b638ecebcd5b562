package org.preceptorportal.form;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A form with all its versions, as the coordinator's list shows it.
 *
 * @param own whether the institution made it
 * @param purpose null for an own form that was never published
 * @param versions newest first; empty for an own form that was never published
 * @param draftId the draft of the next version, or null
 * @param draftSavedAt null without a draft
 */
public record FormView(
        String code,
        String title,
        boolean own,
        Purpose purpose,
        List<VersionView> versions,
        Long draftId,
        Instant draftSavedAt)
        implements Serializable {
    public FormView {
        versions = List.copyOf(versions);
    }

    /**
     * One published version.
     *
     * @param publishedAt null for a form of the portal
     * @param publishedBy null for a form of the portal
     * @param answered evaluations on it, drafts too
     */
    public record VersionView(
            int number, Instant publishedAt, String publishedBy, Instant retiredAt, long answered)
            implements Serializable {}

    public boolean published() {
        return !versions.isEmpty();
    }

    /** Whether all its versions are retired. */
    public boolean retired() {
        return published() && versions.get(0).retiredAt() != null;
    }

    /** The newest version's number; 0 before the first. */
    public int newest() {
        return published() ? versions.get(0).number() : 0;
    }
}
