package org.preceptorportal.judges;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * The European Commission's validator (DSS). Reaches for nothing on the network.
 *
 * @param format such as PAdES-BASELINE-T
 * @param indication TOTAL_PASSED, TOTAL_FAILED or INDETERMINATE
 * @param sub why not passed, such as HASH_FAILURE; empty if passed
 */
public record Dss(String format, String indication, String sub) {

    /** Judges the one signature of a file, now. */
    public static Dss judge(byte[] pdf, List<X509Certificate> trusted) {
        return judge(pdf, trusted, Instant.now());
    }

    /** Judges the one signature of a file as a verifier would at that time. */
    public static Dss judge(byte[] pdf, List<X509Certificate> trusted, Instant at) {
        var all = judgeAll(pdf, trusted, at);
        if (all.size() != 1) {
            throw new IllegalArgumentException("signatures in the file: " + all.size());
        }
        return all.get(0);
    }

    /** Judges every signature of a file as a verifier would at that time. */
    public static List<Dss> judgeAll(byte[] pdf, List<X509Certificate> trusted, Instant at) {
        var trust = new CommonTrustedCertificateSource();
        trusted.forEach(certificate -> trust.addCertificate(new CertificateToken(certificate)));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trust);
        verifier.setAIASource(null);
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(at));
        var report = validator.validateDocument().getSimpleReport();
        return report.getSignatureIdList().stream()
                .map(
                        id -> {
                            var sub = report.getSubIndication(id);
                            return new Dss(
                                    report.getSignatureFormat(id).toString(),
                                    report.getIndication(id).name(),
                                    sub == null ? "" : sub.name());
                        })
                .toList();
    }
}
