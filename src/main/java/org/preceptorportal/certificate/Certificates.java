package org.preceptorportal.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.Letters;
import org.preceptorportal.letter.Waiver;
import org.preceptorportal.reports.CertificatePage;
import org.preceptorportal.reports.CertificatePrinter;
import org.preceptorportal.reports.SealSlot;
import org.preceptorportal.reports.VerifyLine;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.seal.Signatory;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.signing.AuthorSignature;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.signing.SignedLetter.Rendition;
import org.preceptorportal.signing.SignedLetters;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** Certificates of completion, made once and kept. */
@ApplicationScoped
public class Certificates {
    private static final Signatory PORTAL =
            new Signatory("Preceptor Portal", "Certificates of completion");

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject SignedLetters signedLetters;
    @Inject Letters letters;
    @Inject CertificatePrinter printer;
    @Inject Seal seal;
    @Inject Blobs blobs;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Clock clock;

    @Inject
    @ConfigProperty(name = "portal.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /**
     * The certificate of a signed letter, for its authors. One that is not there yet is made.
     *
     * @throws org.preceptorportal.shell.NotForCaller for everybody else, and for a letter that was
     *     signed before certificates were kept
     */
    @Transactional
    public SignedLetters.File pdf(Caller caller, long signedLetterId) {
        List<AuthorSignature> signatures = signedLetters.signatures(caller, signedLetterId);
        if (signatures.isEmpty()) {
            throw audit.refuse(caller, "certificate", signedLetterId);
        }
        SignedLetter signed = signedLetters.find(signedLetterId).orElseThrow();
        Certificate certificate = of(signedLetterId).orElseGet(() -> add(signed, signatures));
        audit.record(caller, "certificate.read", "letter", signed.letterId(), "");
        return new SignedLetters.File(
                "Certificate_" + signed.id() + ".pdf", blobs.read(certificate.pdf()));
    }

    /** The signed letters that have none yet, oldest first. */
    @Transactional
    public List<Long> missing(long after, int most) {
        return em.createQuery(
                        "select s.id from SignedLetter s where s.roundId is not null and s.id > ?1"
                                + " and not exists"
                                + " (select c from Certificate c where c.signedLetterId = s.id)"
                                + " order by s.id",
                        Long.class)
                .setParameter(1, after)
                .setMaxResults(most)
                .getResultList();
    }

    /** Makes one, in a transaction of its own. */
    @Transactional(TxType.REQUIRES_NEW)
    public void make(long signedLetterId) {
        if (of(signedLetterId).isEmpty()) {
            SignedLetter signed = signedLetters.find(signedLetterId).orElseThrow();
            add(signed, signedLetters.signatures(signed));
        }
    }

    private Certificate add(SignedLetter signed, List<AuthorSignature> signatures) {
        // Two nodes, or a reader and the tick: the second waits here and finds it made.
        em.createNativeQuery("select cast(pg_advisory_xact_lock(7213, ?1) as text)")
                .setParameter(1, (int) (signed.id() % Integer.MAX_VALUE))
                .getSingleResult();
        Optional<Certificate> made = of(signed.id());
        if (made.isPresent()) {
            return made.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        byte[] drawn = printer.print(page(signed, signatures));
        SealSlot slot =
                SealSlot.open(
                        drawn,
                        PORTAL.name(),
                        words.say("certificate", "meaning"),
                        now,
                        seal.reserve());
        Certificate certificate =
                new Certificate(
                        signed,
                        blobs.put(slot.close(seal.sign(slot.signedBytes(), PORTAL))).sha256(),
                        now);
        em.persist(certificate);
        em.flush();
        audit.record(
                Caller.portal(signed.tenantId()),
                "certificate.made",
                "letter",
                signed.letterId(),
                "version " + signed.number() + ", file " + certificate.pdf());
        return certificate;
    }

    private CertificatePage page(SignedLetter signed, List<AuthorSignature> signatures) {
        Letter letter = letters.find(signed.letterId()).orElseThrow();
        Waiver waiver = letter.waiver();
        return new CertificatePage(
                letter.id(),
                signed.number(),
                signed.learnerName(),
                new VerifyLine(baseUrl + "/verify", signed.verifyCode().toString()),
                signed.signedAt(),
                words.say("certificate", "madeBy"),
                signatures.stream().map(this::signer).toList(),
                new CertificatePage.Consent(
                        waiver.waived(),
                        waiver.textVersion(),
                        words.say(
                                "asking",
                                "waiver."
                                        + waiver.textVersion()
                                        + (waiver.waived() ? ".waived" : ".kept")),
                        waiver.signature(),
                        waiver.at()),
                signed.bytesOf(Rendition.ORIGINAL).hex(),
                signed.bytesOf(Rendition.UPLOAD).hex());
    }

    private CertificatePage.Signer signer(AuthorSignature s) {
        return new CertificatePage.Signer(
                s.name(),
                s.title(),
                s.institution(),
                s.chair(),
                s.meaning(),
                s.at(),
                s.zone(),
                s.proof().name(),
                s.tools() == null
                        ? null
                        : words.say("letter", "declaration." + s.toolsText() + "." + s.tools()),
                s.address(),
                s.shown().hex(),
                s.revision().hex());
    }

    private Optional<Certificate> of(long signedLetterId) {
        return em.createQuery(
                        "select c from Certificate c where c.signedLetterId = ?1",
                        Certificate.class)
                .setParameter(1, signedLetterId)
                .getResultStream()
                .findFirst();
    }

    /** Whether a file is a certificate of ours: for who checks files by their hash. */
    @Transactional
    public boolean holds(Sha256 file) {
        return em.createQuery("select count(c) from Certificate c where c.pdf = ?1", Long.class)
                        .setParameter(1, file.hex())
                        .getSingleResult()
                > 0;
    }
}
