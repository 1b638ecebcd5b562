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
 * @param skipped applicants of whom something is left out
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
        long runId,
        Sha256 key,
        int applicants,
        int letters,
        int skipped,
        long size,
        Instant madeAt) {

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
                runId,
                key,
                applicants,
                letters,
                skipped,
                0,
                madeAt);
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

    /** Names the ZIP's exact bytes: its entries and the time they carry. */
    public String tag() {
        return Sha256.ofInputs(key, madeAt).hex().substring(0, 32);
    }
}
