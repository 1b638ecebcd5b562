package org.preceptorportal.release;

import java.time.Instant;
import org.preceptorportal.roster.DeliveryChannel;
import org.preceptorportal.store.Sha256;

/**
 * A signed letter that a program may have. Holds the names of its bytes: for packets, never for a
 * learner's page (S1).
 *
 * @param direct whether it was released to be given from here, and not to go by a service
 * @param withReport whether the learner's clinical-skill report goes along
 */
public record ReleasedLetter(
        long releaseId,
        long letterId,
        long signedLetterId,
        long learnerId,
        String authorName,
        String specialty,
        Instant signedAt,
        Instant releasedAt,
        boolean waived,
        boolean direct,
        boolean withReport,
        Sha256 original,
        Sha256 upload,
        String verifyCode) {

    /** Of what {@link Releases#ofProgram} selects. */
    static ReleasedLetter of(Object[] row) {
        return new ReleasedLetter(
                (Long) row[0],
                (Long) row[1],
                (Long) row[2],
                (Long) row[3],
                (String) row[4],
                (String) row[5],
                (Instant) row[6],
                (Instant) row[7],
                (Boolean) row[8],
                row[9] == DeliveryChannel.DIRECT,
                (Boolean) row[10],
                new Sha256((String) row[11]),
                new Sha256((String) row[12]),
                (String) row[13]);
    }
}
