package org.preceptorportal.manifest;

import org.preceptorportal.shell.Refusal;

/** The night has no manifest: it has not ended, or it ended only a moment ago. */
public class NoManifest extends Refusal {
    private static final long serialVersionUID = 1L;

    NoManifest(long nightId) {
        super("manifest", "none", nightId);
    }
}
