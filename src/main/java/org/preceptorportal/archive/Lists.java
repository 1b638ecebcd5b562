package org.preceptorportal.archive;

import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.crl.CRLValidity;
import eu.europa.esig.dss.enumerations.CertificateStatus;
import eu.europa.esig.dss.enumerations.RevocationReason;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.util.EnumSet;
import java.util.Set;
import org.preceptorportal.seal.Seal;

/** Our roots' revocation lists, and those of the outside time-stamp authorities. */
final class Lists implements CRLSource {
    private static final long serialVersionUID = 1L;

    /** What was stamped before still counts. */
    private static final Set<RevocationReason> RETIRED =
            EnumSet.of(
                    RevocationReason.AFFILIATION_CHANGED,
                    RevocationReason.SUPERSEDED,
                    RevocationReason.CESSATION_OF_OPERATION);

    private final transient Seal seal;
    private final transient ExternalResourcesCRLSource own;

    Lists(Seal seal) {
        this.seal = seal;
        this.own =
                new ExternalResourcesCRLSource(
                        seal.revocationLists().stream()
                                .map(Lists::stream)
                                .toArray(InputStream[]::new));
    }

    /**
     * @return null when there is none for this certificate
     * @throws ListNotFetched when it names where its list is, and it is not to be had there
     */
    @Override
    public CRLToken getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        for (RevocationToken<CRL> known : own.getRevocationTokens(certificate, issuer)) {
            return (CRLToken) known;
        }
        try {
            var list = seal.outsideList(certificate.getCertificate());
            return list.isEmpty() ? null : standing(certificate, valid(list.get(), issuer));
        } catch (IOException e) {
            throw new ListNotFetched(e);
        }
    }

    /** Else whatever the authority stamped may be anybody's work, at any time (RFC 3161, 4.1). */
    private static CRLToken standing(CertificateToken certificate, CRLValidity list) {
        var token = new CRLToken(certificate, list);
        if (token.getStatus() != CertificateStatus.GOOD && !RETIRED.contains(token.getReason())) {
            throw new NotLiftable("The certificate of a time-stamp authority is revoked");
        }
        return token;
    }

    /** A list that is none, or not the issuer's, is as good as none fetched. */
    private static CRLValidity valid(byte[] list, CertificateToken issuer) throws IOException {
        try {
            CRLValidity validity = CRLUtils.buildCRLValidity(CRLUtils.buildCRLBinary(list), issuer);
            if (validity.isValid()) {
                return validity;
            }
        } catch (RuntimeException e) {
            throw new IOException("what was fetched is no revocation list", e);
        }
        throw new IOException("the revocation list is not its issuer's");
    }

    private static InputStream stream(X509CRL list) {
        try {
            return new ByteArrayInputStream(list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException("a list of our own making cannot be encoded", e);
        }
    }
}
