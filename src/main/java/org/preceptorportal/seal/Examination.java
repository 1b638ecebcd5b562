package org.preceptorportal.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.preceptorportal.seal.Verdict.Finding;

/** Verifies a detached CMS against the bytes it should sign and against our authorities. */
class Examination {
    private final Authority authority;
    private final boolean outsideStamps;

    /**
     * @param outsideStamps whether time-stamps of others than our own authority are accepted
     */
    Examination(Authority authority, boolean outsideStamps) {
        this.authority = authority;
        this.outsideStamps = outsideStamps;
    }

    Verdict of(byte[] content, byte[] cms) {
        try {
            var signed = new CMSSignedData(new CMSProcessableByteArray(content), cms);
            var signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return altered("signers: " + signers.size());
            }
            var signer = signers.iterator().next();
            var certificate = certificate(signed.getCertificates(), signer.getSID());
            if (!ours(certificate)) {
                return Verdict.not(Finding.NOT_OURS, "the certificate is not from our issuer");
            }
            return of(signer, certificate);
        } catch (CMSException
                | TSPException
                | IOException
                | GeneralSecurityException
                | OperatorCreationException
                | RuntimeException e) {
            // Bytes from outside may break any parser; whatever breaks is not what we signed.
            return altered(e.toString());
        }
    }

    private Verdict of(SignerInformation signer, X509Certificate certificate)
            throws CMSException,
                    TSPException,
                    IOException,
                    GeneralSecurityException,
                    OperatorCreationException {
        if (!signer.getDigestAlgorithmID().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)) {
            return altered("the digest is not SHA-256");
        }
        var named =
                SigningCertificateV2.getInstance(
                        only(
                                signer.getSignedAttributes(),
                                PKCSObjectIdentifiers.id_aa_signingCertificateV2));
        if (!Arrays.equals(
                named.getCerts()[0].getCertHash(), Envelope.sha256(certificate.getEncoded()))) {
            return altered("the signature names another certificate");
        }
        if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
            return altered("the signature does not fit");
        }
        var token =
                new TimeStampToken(
                        ContentInfo.getInstance(
                                only(
                                        signer.getUnsignedAttributes(),
                                        PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)));
        var stamp = token.getTimeStampInfo();
        if (!stamp.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                || !Arrays.equals(
                        stamp.getMessageImprintDigest(), Envelope.sha256(signer.getSignature()))) {
            return altered("the time-stamp belongs to another signature");
        }
        var stamper = certificate(token.getCertificates(), token.getSID());
        if (!stamper.equals(authority.timeStamp())) {
            if (!outsideStamps) {
                return altered("the time-stamp is not from our authority");
            }
            mustBeChained(stamper, token.getCertificates(), stamp.getGenTime());
        }
        // Also: the certificate was valid then, and is for time-stamps only (RFC 3161, 2.3).
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(stamper));
        mustHaveBeenValid(certificate, stamp.getGenTime());
        return Verdict.intact(
                signatory(certificate), stamp.getGenTime().toInstant(), commonName(stamper));
    }

    private boolean ours(X509Certificate certificate) {
        try {
            certificate.verify(authority.issuing().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The chain as it was when the time-stamp was made; ours lives ten minutes. */
    private void mustHaveBeenValid(X509Certificate certificate, Date at)
            throws GeneralSecurityException {
        var chain =
                CertificateFactory.getInstance("X.509")
                        .generateCertPath(List.of(certificate, authority.issuing()));
        var rules = new PKIXParameters(Set.of(new TrustAnchor(authority.root(), null)));
        rules.setRevocationEnabled(false);
        rules.setDate(at);
        CertPathValidator.getInstance("PKIX").validate(chain, rules);
    }

    /**
     * Follows an outside authority's certificate up through the ones its token brings along. A
     * token need not bring any: whom to trust is the reader's to say, not ours.
     */
    private static void mustBeChained(
            X509Certificate stamper, Store<X509CertificateHolder> brought, Date at)
            throws GeneralSecurityException {
        var converter = new JcaX509CertificateConverter();
        var seen = new HashSet<X509Certificate>();
        var below = stamper;
        while (seen.add(below)) {
            var issuer = X500Name.getInstance(below.getIssuerX500Principal().getEncoded());
            X509Certificate above = null;
            for (var holder : brought.getMatches(null)) {
                if (holder.getSubject().equals(issuer)) {
                    above = converter.getCertificate(holder);
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

    private static X509Certificate certificate(Store<X509CertificateHolder> store, SignerId signer)
            throws CMSException, GeneralSecurityException {
        var found = store.getMatches(signer).iterator();
        if (!found.hasNext()) {
            throw new CMSException("the signer's certificate is missing");
        }
        return new JcaX509CertificateConverter()
                .getCertificate((X509CertificateHolder) found.next());
    }

    private static ASN1Encodable only(AttributeTable attributes, ASN1ObjectIdentifier type)
            throws CMSException {
        if (attributes == null
                || attributes.getAll(type).size() != 1
                || attributes.get(type).getAttrValues().size() != 1) {
            throw new CMSException("not exactly one attribute " + type);
        }
        return attributes.get(type).getAttrValues().getObjectAt(0);
    }

    private static Signatory signatory(X509Certificate certificate) {
        return new Signatory(part(certificate, BCStyle.CN), part(certificate, BCStyle.O));
    }

    /** Outside authorities need not have a common name. */
    private static String commonName(X509Certificate certificate) {
        return subject(certificate).getRDNs(BCStyle.CN).length == 0
                ? certificate.getSubjectX500Principal().getName()
                : part(certificate, BCStyle.CN);
    }

    private static String part(X509Certificate certificate, ASN1ObjectIdentifier type) {
        var value = subject(certificate).getRDNs(type)[0].getFirst().getValue();
        return ((ASN1String) value).getString();
    }

    private static X500Name subject(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static Verdict altered(String fault) {
        return Verdict.not(Finding.ALTERED, fault);
    }
}
