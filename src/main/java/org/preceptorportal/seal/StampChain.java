package org.preceptorportal.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.util.Store;

/** The certificates above an outside time-stamp authority's. */
final class StampChain {
    private StampChain() {}

    /**
     * Follows the authority's certificate up through the ones its token brings along. A token need
     * not bring any: whom to trust is the reader's to say, not ours.
     *
     * @throws GeneralSecurityException if a link does not hold
     */
    static void follow(X509Certificate stamper, Store<X509CertificateHolder> brought, Date at)
            throws GeneralSecurityException {
        var seen = new HashSet<X509Certificate>();
        var below = stamper;
        while (seen.add(below)) {
            var issuer = X500Name.getInstance(below.getIssuerX500Principal().getEncoded());
            X509Certificate above = null;
            for (var certificate : certificates(brought)) {
                if (X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                        .equals(issuer)) {
                    above = certificate;
                }
            }
            if (above == null) {
                return;
            }
            below.verify(above.getPublicKey());
            above.checkValidity(at);
            if (!above.equals(below) && above.getBasicConstraints() < 0) {
                throw new CertificateException("the time-stamp's issuer is no authority");
            }
            below = above;
        }
    }

    /**
     * @throws GeneralSecurityException unless the chain ends at one of the anchors
     */
    static void mustEndAt(
            List<X509Certificate> anchors,
            X509Certificate stamper,
            Store<X509CertificateHolder> brought,
            Date at)
            throws GeneralSecurityException {
        if (anchors.contains(stamper)) {
            return;
        }
        var target = new X509CertSelector();
        target.setCertificate(stamper);
        var rules =
                new PKIXBuilderParameters(
                        anchors.stream()
                                .map(anchor -> new TrustAnchor(anchor, null))
                                .collect(Collectors.toSet()),
                        target);
        var known = certificates(brought);
        known.add(stamper);
        rules.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
        rules.setRevocationEnabled(false);
        rules.setDate(at);
        CertPathBuilder.getInstance("PKIX").build(rules);
    }

    /** Reads trusted certificates from a PEM file. */
    static List<X509Certificate> anchors(Path pem) {
        try (var in = Files.newInputStream(pem)) {
            var anchors =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (anchors.isEmpty()) {
                throw new IllegalArgumentException("portal.tsa.trust has no certificate: " + pem);
            }
            return anchors;
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException("portal.tsa.trust cannot be read: " + pem, e);
        }
    }

    private static List<X509Certificate> certificates(Store<X509CertificateHolder> brought)
            throws CertificateException {
        var converter = new JcaX509CertificateConverter();
        var all = new ArrayList<X509Certificate>();
        for (var holder : brought.getMatches(null)) {
            all.add(converter.getCertificate(holder));
        }
        return all;
    }
}
