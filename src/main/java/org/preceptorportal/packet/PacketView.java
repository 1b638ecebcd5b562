package org.preceptorportal.packet;

import java.time.Instant;
import java.time.LocalDate;
import org.preceptorportal.shell.FileName;
import org.preceptorportal.store.Sha256;

/**
 * A packet on the shelf.
 *
 * @param programCode as rosters name it
 * @param program as people name it
 * @param cutoff of its night: what is later is not in it
 * @param skipped applicants of whom something is left out
 * @param channel how the program took letters when it was made
 * @param asked hash of all it was made from; null for packets of former days
 * @param asOf the newest thing in it, the time of its files
 * @param size of the ZIP in bytes; 0 when the caller may not know it
 */
public record PacketView(
        long id,
        long tenantId,
        long programId,
        String programCode,
        String program,
        String institution,
        String specialty,
        String season,
        LocalDate night,
        Instant cutoff,
        long runId,
        Sha256 key,
        int applicants,
        int letters,
        int skipped,
        long size,
        Instant madeAt,
        String channel,
        Sha256 asked,
        Instant asOf) {

    /** For a caller who must not work out how large one of its files is. */
    PacketView withoutSize() {
        return new PacketView(
                id,
                tenantId,
                programId,
                programCode,
                program,
                institution,
                specialty,
                season,
                night,
                cutoff,
                runId,
                key,
                applicants,
                letters,
                skipped,
                0,
                madeAt,
                channel,
                asked,
                asOf);
    }

    /** What the ZIP is saved as. */
    public String fileName() {
        return FileName.safe(institution)
                + "_"
                + FileName.safe(specialty)
                + "_"
                + FileName.safe(season)
                + "-season_"
                + night
                + ".zip";
    }
}
