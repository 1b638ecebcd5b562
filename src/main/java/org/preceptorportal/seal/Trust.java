package org.preceptorportal.seal;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a verifier believes: the self-signed certificates among those given are its roots, the
 * others only help to get there.
 */
public final class Trust {
    private static final int LONGEST_PATH = 3;

    private final List<X509Certificate> certificates;
    private final List<X509Certificate> roots;
    private final boolean outsideStamps;

    /**
     * @param outsideStamps whether time-stamps of authorities below none of the roots are accepted
     * @throws IllegalArgumentException when no certificate is self-signed
     */
    public Trust(List<X509Certificate> certificates, boolean outsideStamps) {
        this.certificates = List.copyOf(certificates);
        this.roots = this.certificates.stream().filter(Trust::selfSigned).toList();
        this.outsideStamps = outsideStamps;
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("no self-signed certificate is given");
        }
    }

    /** The self-signed certificates: what a verifier elsewhere needs. */
    public List<X509Certificate> roots() {
        return roots;
    }

    List<X509Certificate> certificates() {
        return certificates;
    }

    boolean outsideStamps() {
        return outsideStamps;
    }

    /** Whether a certificate was issued below one of the roots, and valid then. */
    boolean reaches(X509Certificate certificate, Collection<X509Certificate> brought, Date at) {
        try {
            var target = new X509CertSelector();
            target.setCertificate(certificate);
            var anchors =
                    roots.stream()
                            .map(root -> new TrustAnchor(root, null))
                            .collect(Collectors.toSet());
            var rules = new PKIXBuilderParameters(anchors, target);
            rules.setRevocationEnabled(false);
            rules.setDate(at);
            rules.setMaxPathLength(LONGEST_PATH);
            rules.addCertStore(store(certificates));
            rules.addCertStore(store(brought));
            rules.addCertStore(store(Set.of(certificate)));
            CertPathBuilder.getInstance("PKIX").build(rules);
            return true;
        } catch (GeneralSecurityException e) {
            // No path: that is the answer.
            return false;
        }
    }

    private static CertStore store(Collection<X509Certificate> certificates)
            throws GeneralSecurityException {
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificates));
    }

    private static boolean selfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return certificate.getBasicConstraints() >= 0;
        } catch (GeneralSecurityException e) {
            // Issued by a namesake.
            return false;
        }
    }
}
