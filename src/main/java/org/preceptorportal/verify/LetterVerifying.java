package org.preceptorportal.verify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.preceptorportal.archive.ArchiveFiles;
import org.preceptorportal.certificate.Certificates;
import org.preceptorportal.letter.VerifyCode;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.seal.Verdict;
import org.preceptorportal.shell.Throttle;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.signing.SignedLetters;
import org.preceptorportal.store.BlobDamaged;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;
import org.preceptorportal.verify.Answer.Finding;

/** Says of a code, a fingerprint or a file whether it is a genuine letter (VF-1 to VF-4). */
@ApplicationScoped
public class LetterVerifying {
    /** Larger than any letter: judging takes memory. */
    public static final int MOST_BYTES = 5 << 20;

    /** Slows down whoever tries printed codes one by one; their 60 bits are the real wall. */
    private static final Throttle.Limit CHECKS =
            new Throttle.Limit("verify", 30, Duration.ofMinutes(1));

    private static final Throttle.Limit FILES =
            new Throttle.Limit("verify-file", 10, Duration.ofMinutes(1));

    private static final int AT_A_TIME = 2;

    private static final Logger LOG = System.getLogger(LetterVerifying.class.getName());

    private final Semaphore desks = new Semaphore(AT_A_TIME);

    @Inject SignedLetters signedLetters;
    @Inject Certificates certificates;
    @Inject ArchiveFiles archive;
    @Inject Blobs blobs;
    @Inject Seal seal;
    @Inject Throttle throttle;

    /**
     * @param typed the printed code as somebody typed it
     * @param address from where; only to slow down guessing
     * @throws TooManyChecks when one address asks too often
     */
    @Transactional
    public Answer byCode(String typed, String address) {
        count(CHECKS, address);
        if (VerifyCode.typed(typed) != VerifyCode.LENGTH) {
            return Answer.only(Finding.NOT_A_CODE);
        }
        return VerifyCode.read(typed)
                .flatMap(signedLetters::withCode)
                .map(this::answer)
                .orElseGet(() -> Answer.only(Finding.UNKNOWN_CODE));
    }

    /**
     * @param sha256 of a whole file, hexadecimal
     * @throws TooManyChecks when one address asks too often
     */
    @Transactional
    public Answer byHash(String sha256, String address) {
        count(CHECKS, address);
        return known(sha256).orElseGet(() -> Answer.only(Finding.UNKNOWN_FILE));
    }

    /**
     * Looks into a file, which is not kept.
     *
     * @param pdf at most {@link #MOST_BYTES}
     * @throws TooManyChecks when one address asks too often, or too many files are looked into
     */
    @Transactional
    public Answer byFile(byte[] pdf, String address) {
        if (pdf.length > MOST_BYTES) {
            throw new IllegalArgumentException("the file is too large to be judged");
        }
        count(FILES, address);
        if (!desks.tryAcquire()) {
            throw new TooManyChecks();
        }
        try {
            return judged(pdf);
        } finally {
            desks.release();
        }
    }

    private Answer judged(byte[] pdf) {
        var known = known(Sha256.of(pdf).hex());
        if (known.isPresent()) {
            return known.get();
        }
        if (!new String(pdf, 0, Math.min(5, pdf.length), StandardCharsets.US_ASCII)
                .equals("%PDF-")) {
            // Prepended bytes move a seal out of its place.
            return Answer.only(
                    seal.verify(pdf).finding() == Verdict.Finding.ALTERED
                            ? Finding.ALTERED
                            : Finding.NOT_A_PDF);
        }
        Verdict verdict = seal.verify(pdf);
        return switch (verdict.finding()) {
            case ALTERED -> Answer.only(Finding.ALTERED);
            case NOT_OURS -> Answer.only(Finding.NOT_OURS);
            case NOT_SEALED -> Answer.only(Finding.NOT_SEALED);
            case INTACT -> sealed(pdf, verdict);
        };
    }

    /** An archive appends to the original, whose bytes stay the first of the file. */
    private Answer sealed(byte[] pdf, Verdict verdict) {
        for (int i = verdict.signatures().size() - 1; i >= 0; i--) {
            byte[] original = Arrays.copyOf(pdf, verdict.signatures().get(i).end());
            Optional<SignedLetter> letter = signedLetters.withFile(Sha256.of(original));
            if (letter.isPresent()) {
                return answer(letter.get(), verdict);
            }
        }
        return new Answer(
                Finding.UNKNOWN_LETTER,
                authors(verdict),
                null,
                verdict.sealedAt(),
                level(verdict),
                null,
                0);
    }

    private Optional<Answer> known(String sha256) {
        if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        Sha256 file = new Sha256(sha256);
        return signedLetters
                .withFile(file)
                .map(this::answer)
                .or(() -> archived(file))
                .or(
                        () ->
                                certificates.holds(file)
                                        ? Optional.of(Answer.only(Finding.CERTIFICATE))
                                        : Optional.empty());
    }

    private Optional<Answer> archived(Sha256 file) {
        return archive.signedLetter(file)
                .flatMap(signedLetters::find)
                .map(letter -> answer(letter, held(letter, file)));
    }

    private Answer answer(SignedLetter letter) {
        return answer(letter, kept(letter));
    }

    private Answer answer(SignedLetter letter, Verdict verdict) {
        boolean intact = verdict != null && verdict.intact();
        return new Answer(
                intact
                        ? finding(
                                letter.state(),
                                () -> signedLetters.current(letter.letterId()).isPresent())
                        : Finding.HARMED,
                intact ? authors(verdict) : List.of(letter.authorName()),
                letter.learnerName(),
                letter.signedAt(),
                intact ? level(verdict) : null,
                letter.verifyCode().toString(),
                letter.number());
    }

    private Verdict kept(SignedLetter letter) {
        return held(letter, letter.bytesOf(SignedLetter.Rendition.ORIGINAL));
    }

    private Verdict held(SignedLetter letter, Sha256 file) {
        try {
            Verdict verdict = seal.verify(blobs.read(file));
            if (!verdict.intact()) {
                LOG.log(Level.ERROR, "A file of signed letter {0} is altered", letter.id());
            }
            return verdict;
        } catch (BlobDamaged e) {
            LOG.log(Level.ERROR, "A file of signed letter " + letter.id() + " is damaged", e);
            return null;
        }
    }

    /**
     * @param newer whether a newer version stands; when that one was withdrawn, none does
     */
    static Finding finding(SignedLetter.State state, BooleanSupplier newer) {
        return switch (state) {
            case CURRENT -> Finding.GENUINE;
            case SUPERSEDED -> newer.getAsBoolean() ? Finding.SUPERSEDED : Finding.WITHDRAWN;
            case WITHDRAWN -> Finding.WITHDRAWN;
        };
    }

    private static List<String> authors(Verdict verdict) {
        return verdict.signatures().stream().map(one -> one.signatory().name()).toList();
    }

    private static String level(Verdict verdict) {
        return "PAdES-" + verdict.level().name().replace('_', '-');
    }

    private void count(Throttle.Limit limit, String address) {
        if (throttle.spent(limit, address)) {
            throw new TooManyChecks();
        }
        throttle.count(limit, address);
    }
}
