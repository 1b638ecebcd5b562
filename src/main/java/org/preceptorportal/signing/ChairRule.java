package org.preceptorportal.signing;

import java.util.List;
import java.util.Optional;
import org.preceptorportal.letter.Letter;

/** SG-8: a chair's letter is closed by the chair, whose signature is the last. */
final class ChairRule {
    private ChairRule() {}

    /**
     * What stands against signing.
     *
     * @param asked who is to sign as chair
     * @param signers in their order
     */
    static Optional<SigningRefused> fault(Letter.Chair asked, List<Signer> signers) {
        List<Signer> chairs = signers.stream().filter(Signer::chair).toList();
        if (chairs.isEmpty()) {
            return asked == Letter.Chair.NONE
                    ? Optional.empty()
                    : Optional.of(new SigningRefused.NoChair());
        }
        if (chairs.size() > 1) {
            return Optional.of(new SigningRefused.OtherChair(chairs.get(0).name()));
        }
        Signer chair = chairs.get(0);
        return chair.place() == signers.size()
                ? Optional.empty()
                : Optional.of(new SigningRefused.ChairNotLast(chair.name()));
    }
}
