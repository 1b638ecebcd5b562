package org.preceptorportal.manifest;

import java.time.Instant;

/**
 * A night's signed manifest.
 *
 * @param edition 1, or more when the night was restarted
 * @param sha256 of the manifest's bytes
 * @param artefacts how many it lists
 * @param genuine whether bytes and signature are still what the portal signed
 */
public record ManifestView(
        long nightId,
        int edition,
        String sha256,
        long artefacts,
        Instant signedAt,
        boolean genuine) {}
