package org.preceptorportal.release;

import java.time.Instant;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.roster.DeliveryChannel;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.signing.SignedLetter.Rendition;
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

    static ReleasedLetter of(LetterRelease release, Letter letter, SignedLetter signed) {
        return new ReleasedLetter(
                release.id(),
                letter.id(),
                signed.id(),
                release.learnerId(),
                signed.authorName(),
                letter.specialty(),
                signed.signedAt(),
                release.releasedAt(),
                letter.waiver().waived(),
                release.channel() == DeliveryChannel.DIRECT,
                release.withReport(),
                signed.bytesOf(Rendition.ORIGINAL),
                signed.bytesOf(Rendition.UPLOAD),
                signed.verifyCode().toString());
    }
}
