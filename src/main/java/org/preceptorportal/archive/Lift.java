package org.preceptorportal.archive;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.validation.RevocationDataVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.seal.SealNotPossible;

/**
 * Makes a sealed file PAdES-BASELINE-LTA, or renews one that is: appends what a verifier will need
 * when nobody can be asked any more, and a time-stamp over all of it.
 */
final class Lift {
    /** What it says in the row; by ETSI EN 319 142-1. */
    static final String LEVEL = "PAdES-BASELINE-LTA";

    /** A year ahead of its end a time-stamp is renewed, or earlier where it lives shorter. */
    private static final Duration AHEAD = Duration.ofDays(365);

    private static final int SHARE_OF_LIFE = 4;

    /** The library tells its whole day in the log: three lines a letter that nobody reads. */
    private static final Logger LIBRARY = Logger.getLogger("eu.europa.esig");

    private final Seal seal;

    Lift(Seal seal) {
        this.seal = seal;
        LIBRARY.setLevel(Level.WARNING);
    }

    /**
     * @param file sealed, or lifted before
     * @throws NotLiftable if it cannot be lifted, with the reason
     */
    Lifted of(byte[] file) {
        var stamps = new Stamps(seal);
        byte[] lifted;
        try {
            var service = new PAdESService(verifier());
            service.setTspSource(stamps);
            lifted = bytes(service.extendDocument(new InMemoryDocument(file), parameters()));
        } catch (SealNotPossible | NotLiftable e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            // Whatever the library stumbles over, it does not end the night.
            if (e.getCause() instanceof SealNotPossible nothing) {
                throw nothing;
            }
            throw new NotLiftable(
                    "The file could not be lifted: " + e.getClass().getSimpleName(), e);
        }
        if (lifted.length <= file.length
                || !Arrays.equals(file, 0, file.length, lifted, 0, file.length)) {
            throw new NotLiftable("The lifted file does not begin with the file it was made of");
        }
        return new Lifted(lifted, stamps.renewBefore());
    }

    /**
     * The roots alone are trusted, ours and those above outside time-stamps: so everything that
     * somebody needs who knows no more goes in.
     */
    private CommonCertificateVerifier verifier() {
        var trusted = new CommonTrustedCertificateSource();
        seal.authorities().stream()
                .filter(Lift::isRoot)
                .forEach(root -> trusted.addCertificate(new CertificateToken(root)));
        seal.outsideAnchors()
                .forEach(anchor -> trusted.addCertificate(new CertificateToken(anchor)));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(new Lists(seal));
        // Outside authorities' lists are of use to verifiers who trust these authorities.
        verifier.setCheckRevocationForUntrustedChains(true);
        // Our time-stamps' certificates name no address of a list. It goes in all the same.
        var rules = RevocationDataVerifier.createDefaultRevocationDataVerifier();
        rules.setAcceptTimestampCertificatesWithoutRevocation(true);
        verifier.setRevocationDataVerifier(rules);
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        return verifier;
    }

    private static PAdESSignatureParameters parameters() {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LTA);
        parameters.setArchiveTimestampParameters(
                new PAdESTimestampParameters(DigestAlgorithm.SHA256));
        return parameters;
    }

    private static boolean isRoot(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static byte[] bytes(DSSDocument document) {
        var out = new ByteArrayOutputStream();
        try {
            document.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The seal's time-stamps in the library's words; remembers the last one's end. */
    private static final class Stamps implements TSPSource {
        private static final long serialVersionUID = 1L;
        private final transient Seal seal;
        private transient Instant renewBefore;

        Stamps(Seal seal) {
            this.seal = seal;
        }

        @Override
        public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
            if (algorithm != DigestAlgorithm.SHA256) {
                throw new DSSException("time-stamps are made over SHA-256, not " + algorithm);
            }
            byte[] token = seal.timeStamp(digest);
            try {
                renewBefore = renewBefore(new TimeStampToken(new CMSSignedData(token)));
            } catch (CMSException | TSPException | IOException e) {
                throw new DSSException("the time-stamp cannot be read", e);
            }
            return new TimestampBinary(token);
        }

        Instant renewBefore() {
            return renewBefore;
        }

        private static Instant renewBefore(TimeStampToken token) throws TSPException {
            var found = token.getCertificates().getMatches(token.getSID()).iterator();
            if (!found.hasNext()) {
                throw new TSPException("the token does not bring its certificate");
            }
            var certificate = (X509CertificateHolder) found.next();
            var end = certificate.getNotAfter().toInstant();
            var left = Duration.between(token.getTimeStampInfo().getGenTime().toInstant(), end);
            var share = left.dividedBy(SHARE_OF_LIFE);
            return end.minus(share.compareTo(AHEAD) < 0 ? share : AHEAD);
        }
    }
}
