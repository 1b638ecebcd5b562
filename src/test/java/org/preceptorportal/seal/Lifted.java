package org.preceptorportal.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/** A sealed file lifted to PAdES-BASELINE-LTA by the European library. */
public final class Lifted {
    private Lifted() {}

    /**
     * @param seal whose certificates are trusted
     * @param folder where its keys are
     */
    public static byte[] of(byte[] sealed, Seal seal, Path folder) {
        var trust = new CommonTrustedCertificateSource();
        seal.authorities()
                .forEach(certificate -> trust.addCertificate(new CertificateToken(certificate)));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trust);
        verifier.setAIASource(null);
        var service = new PAdESService(verifier);
        service.setTspSource(new Stamps(folder));
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LTA);
        parameters.setArchiveTimestampParameters(
                new PAdESTimestampParameters(DigestAlgorithm.SHA256));
        var lifted = service.extendDocument(new InMemoryDocument(sealed), parameters);
        var out = new ByteArrayOutputStream();
        try {
            lifted.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Our own authority's time-stamp over any digest. */
    public static byte[] stamp(byte[] digest, Path folder) {
        return new Stamps(folder).over(digest);
    }

    private static final class Stamps implements TSPSource {
        private static final long serialVersionUID = 1L;
        private final transient OwnTimeStamps stamps;

        Stamps(Path folder) {
            var clock = Clock.systemUTC();
            stamps = new OwnTimeStamps(new KeyFolder(folder, null, clock).open(), clock);
        }

        @Override
        public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
            return new TimestampBinary(over(digest));
        }

        byte[] over(byte[] digest) {
            try {
                return stamps.over(digest).getEncoded();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
