package org.preceptorportal.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
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
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.preceptorportal.revision.Broken;
import org.preceptorportal.revision.SignedFile;
import org.preceptorportal.seal.Verdict.Finding;
import org.preceptorportal.seal.Verdict.Signature;

/**
 * Verifies signatures against a trust: a detached CMS over bytes, or a whole file. Needs nothing
 * but the certificates: no key, no network, no database.
 */
public class Examination {
    private final Trust trust;

    public Examination(Trust trust) {
        this.trust = trust;
    }

    /**
     * Judges a finished file: intact only if it holds authors' signatures that are all ours, and
     * every byte is covered by one of them or is archive material under a time-stamp.
     */
    public Verdict of(byte[] pdf) {
        try {
            var verdict = of(SignedFile.read(pdf));
            return verdict.finding() == Finding.NOT_OURS && holdsTraces(pdf)
                    ? altered("somebody else's seal stands over ours")
                    : verdict;
        } catch (Broken e) {
            var absent = e.absent() && !holdsTraces(pdf);
            return Verdict.not(absent ? Finding.NOT_SEALED : Finding.ALTERED, e.getMessage());
        } catch (StackOverflowError e) {
            // Only bytes that were made for it nest so deeply.
            return altered("nested too deeply");
        }
    }

    private Verdict of(SignedFile file) throws Broken {
        var signatures = new ArrayList<Signature>();
        Instant archivedAt = null;
        for (var range : file.ranges()) {
            var cms = withoutPadding(range.contents());
            if (isTimeStamp(cms)) {
                if (signatures.isEmpty()) {
                    return Verdict.not(Finding.NOT_OURS, "a time-stamp without a signature");
                }
                archivedAt = stamped(range.signedBytes(), cms);
                continue;
            }
            if (archivedAt != null) {
                return altered("an author's signature behind an archive's time-stamp");
            }
            var one = of(range.signedBytes(), cms, range.end(), false);
            if (!one.intact()) {
                return one;
            }
            signatures.add(one.signatures().get(0));
        }
        file.onlyArchivedFrom(signatures.size());
        return Verdict.intact(signatures, archivedAt);
    }

    /** Judges one signature over bytes. */
    Verdict of(byte[] content, byte[] cms) {
        return of(content, cms, 0, false);
    }

    /** Judges the portal's own signature over a statement: an author's does not count. */
    public Verdict ofStatement(byte[] statement, byte[] cms) {
        return of(statement, cms, 0, true);
    }

    private Verdict of(byte[] content, byte[] cms, int end, boolean portal) {
        try {
            var signed = new CMSSignedData(new CMSProcessableByteArray(content), cms);
            var signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return altered("signers: " + signers.size());
            }
            var signer = signers.iterator().next();
            var brought = all(signed.getCertificates());
            var certificate = certificate(signed.getCertificates(), signer.getSID());
            var way = trust.way(certificate, brought);
            if (!way.leads(certificate.getNotBefore())) {
                return Verdict.not(Finding.NOT_OURS, "the certificate is not from our issuer");
            }
            if (forStatements(certificate) != portal) {
                return Verdict.not(Finding.NOT_OURS, "the certificate is for another purpose");
            }
            return of(signer, certificate, way, end);
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

    private Verdict of(
            SignerInformation signer, X509Certificate certificate, Trust.Way way, int end)
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
        if (!signer.verify(Crypto.verifier(certificate))) {
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
        var stamper = believed(token);
        if (!way.leads(stamp.getGenTime())) {
            return altered("the certificate was not valid when the time-stamp was made");
        }
        return Verdict.intact(
                List.of(
                        new Signature(
                                signatory(certificate),
                                stamp.getGenTime().toInstant(),
                                commonName(stamper),
                                end)),
                null);
    }

    private static boolean forStatements(X509Certificate certificate)
            throws GeneralSecurityException {
        var purposes = certificate.getExtendedKeyUsage();
        return purposes != null && purposes.contains(Authority.STATEMENTS.getId());
    }

    /** The time of a time-stamp over bytes. */
    Instant stamped(byte[] content, byte[] cms) throws Broken {
        try {
            var token = new TimeStampToken(new CMSSignedData(cms));
            var stamp = token.getTimeStampInfo();
            var digest =
                    MessageDigest.getInstance(digestName(stamp.getMessageImprintAlgOID()))
                            .digest(content);
            if (!Arrays.equals(stamp.getMessageImprintDigest(), digest)) {
                throw new CMSException("the time-stamp belongs to other bytes");
            }
            believed(token);
            return stamp.getGenTime().toInstant();
        } catch (CMSException
                | TSPException
                | IOException
                | GeneralSecurityException
                | OperatorCreationException
                | RuntimeException e) {
            throw new Broken(e.toString(), e);
        }
    }

    private static String digestName(ASN1ObjectIdentifier algorithm) throws CMSException {
        if (algorithm.equals(NISTObjectIdentifiers.id_sha256)) {
            return "SHA-256";
        } else if (algorithm.equals(NISTObjectIdentifiers.id_sha384)) {
            return "SHA-384";
        } else if (algorithm.equals(NISTObjectIdentifiers.id_sha512)) {
            return "SHA-512";
        }
        throw new CMSException("a digest that does not count");
    }

    /** The certificate of a time-stamp's maker, if this maker counts (SE-6). */
    private X509Certificate believed(TimeStampToken token)
            throws CMSException,
                    TSPException,
                    IOException,
                    GeneralSecurityException,
                    OperatorCreationException {
        var at = token.getTimeStampInfo().getGenTime();
        var stamper = certificate(token.getCertificates(), token.getSID());
        if (!trust.certificates().contains(stamper)
                && !trust.way(stamper, all(token.getCertificates())).leads(at)) {
            if (!trust.outsideStamps()) {
                throw new CMSException("the time-stamp is not from our authority");
            }
            StampChain.follow(stamper, token.getCertificates(), at);
        }
        // Also: the certificate was valid then, and is for time-stamps only (RFC 3161, 2.3).
        token.validate(Crypto.verifier(stamper));
        return stamper;
    }

    private static boolean isTimeStamp(byte[] cms) {
        try {
            var content = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
            return content.getEncapContentInfo()
                    .getContentType()
                    .equals(PKCSObjectIdentifiers.id_ct_TSTInfo);
        } catch (RuntimeException e) {
            // Then it is no signature either, and will be called so.
            return false;
        }
    }

    /** Whether something that was once a seal of ours is left in the file. */
    private boolean holdsTraces(byte[] pdf) {
        var keys =
                trust.certificates().stream()
                        .map(certificate -> certificate.getPublicKey().getEncoded())
                        .toList();
        return SignedFile.longHexRuns(pdf).stream()
                .map(run -> new String(run, StandardCharsets.ISO_8859_1))
                .anyMatch(
                        run ->
                                keys.stream()
                                        .map(key -> new String(key, StandardCharsets.ISO_8859_1))
                                        .anyMatch(run::contains));
    }

    private static byte[] withoutPadding(byte[] padded) throws Broken {
        var bytes = new ByteArrayInputStream(padded);
        try (var asn1 = new ASN1InputStream(bytes, padded.length)) {
            if (asn1.readObject() == null) {
                throw new Broken("the signature is empty", null);
            }
        } catch (IOException | RuntimeException e) {
            throw new Broken("the signature is not ASN.1", e);
        }
        var length = padded.length - bytes.available();
        for (var i = length; i < padded.length; i++) {
            if (padded[i] != 0) {
                throw new Broken("something stands behind the signature", null);
            }
        }
        return Arrays.copyOf(padded, length);
    }

    private static List<X509Certificate> all(Store<X509CertificateHolder> store)
            throws GeneralSecurityException {
        var converter = new JcaX509CertificateConverter();
        var all = new ArrayList<X509Certificate>();
        for (var holder : store.getMatches(null)) {
            all.add(converter.getCertificate(holder));
        }
        return all;
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
