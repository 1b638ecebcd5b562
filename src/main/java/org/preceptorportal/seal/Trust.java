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

    /** Those whose way to a root was followed once: what they issue is below it too. */
    private final List<X509Certificate> issuers;

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
        this.issuers =
                this.certificates.stream()
                        .filter(certificate -> certificate.getBasicConstraints() >= 0)
                        .filter(
                                certificate ->
                                        follows(certificate, List.of(), certificate.getNotBefore()))
                        .toList();
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

    /** The way from one of the roots to a certificate. */
    final class Way {
        private final X509Certificate certificate;
        private final Collection<X509Certificate> brought;

        /** Looked for once: a signature on a certificate does not depend on the moment. */
        private final List<X509Certificate> above;

        private Way(X509Certificate certificate, Collection<X509Certificate> brought) {
            this.certificate = certificate;
            this.brought = brought;
            this.above = issuers.stream().filter(issuer -> issued(issuer, certificate)).toList();
        }

        /** Whether the certificate was issued below one of the roots, and valid then. */
        boolean leads(Date at) {
            return above.stream().anyMatch(issuer -> valid(issuer, at) && valid(certificate, at))
                    || follows(certificate, brought, at);
        }
    }

    Way way(X509Certificate certificate, Collection<X509Certificate> brought) {
        return new Way(certificate, brought);
    }

    /**
     * The last step of the way, for those right below an authority of ours: they are nearly all,
     * and the whole way costs several times as much.
     */
    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && certificate.getBasicConstraints() < 0
                && !certificate.hasUnsupportedCriticalExtension()
                && Crypto.certified(certificate, issuer.getPublicKey());
    }

    private static boolean valid(X509Certificate certificate, Date at) {
        return !at.before(certificate.getNotBefore()) && !at.after(certificate.getNotAfter());
    }

    /** The whole way, as RFC 5280 has it. */
    private boolean follows(
            X509Certificate certificate, Collection<X509Certificate> brought, Date at) {
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
