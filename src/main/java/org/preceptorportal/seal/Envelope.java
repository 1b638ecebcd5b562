package org.preceptorportal.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.preceptorportal.seal.SealNotPossible.Reason;

/** Writes the detached CMS of a PAdES-BASELINE-T signature (ETSI EN 319 142-1). */
class Envelope {
    /** The private key lives in here and nowhere else (SE-1). */
    record OneUseKey(PrivateKey key, X509Certificate certificate) {
        /** Never logged: it holds the key. */
        @Override
        public String toString() {
            return "OneUseKey";
        }
    }

    private final Authority authority;
    private final TimeStamps timeStamps;

    Envelope(Authority authority, TimeStamps timeStamps) {
        this.authority = authority;
        this.timeStamps = timeStamps;
    }

    /**
     * Makes a one-use key and has it certified.
     *
     * @param who null: the portal itself
     */
    OneUseKey key(Signatory who, Instant now) {
        try {
            var keys = Crypto.keys();
            return new OneUseKey(keys.getPrivate(), authority.certify(keys.getPublic(), who, now));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new SealNotPossible(Reason.FAULT, "The one-use key could not be made", e);
        } catch (ProviderException | RuntimeOperatorException e) {
            throw new SealNotPossible(Reason.NO_KEYS, "The issuing key could not be used", e);
        }
    }

    byte[] around(byte[] content, OneUseKey key) {
        try {
            var certificate = key.certificate();
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(Crypto.DIGESTS)
                            .setSignedAttributeGenerator(signedAttributes(certificate))
                            .build(Crypto.signer(key.key(), Crypto.CURVES), certificate));
            generator.addCertificates(
                    new JcaCertStore(List.of(certificate, authority.issuing(), authority.root())));
            var cms =
                    stamped(generator.generate(new CMSProcessableByteArray(content), false))
                            .toASN1Structure()
                            .getEncoded("DER");
            if (cms.length > Seal.RESERVE) {
                throw new SealNotPossible(
                        Reason.NO_TIME_STAMP, "The signature needs " + cms.length + " bytes");
            }
            return cms;
        } catch (CMSException
                | IOException
                | GeneralSecurityException
                | OperatorCreationException e) {
            throw new SealNotPossible(Reason.FAULT, "The signature could not be made", e);
        } catch (ProviderException | RuntimeOperatorException e) {
            throw new SealNotPossible(Reason.NO_KEYS, "The one-use key could not be used", e);
        }
    }

    /**
     * Exactly the attributes that PAdES wants. Bouncy Castle's own set would add a signing time,
     * which EN 319 142-1 forbids, and an algorithm protection, which the baseline does not know.
     */
    private static CMSAttributeTableGenerator signedAttributes(X509Certificate certificate)
            throws GeneralSecurityException {
        var issuer = X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        var signingCertificate =
                new SigningCertificateV2(
                        new ESSCertIDv2(
                                null,
                                sha256(certificate.getEncoded()),
                                new IssuerSerial(issuer, certificate.getSerialNumber())));
        return parameters ->
                table(
                        Map.of(
                                CMSAttributes.contentType,
                                (ASN1Encodable)
                                        parameters.get(CMSAttributeTableGenerator.CONTENT_TYPE),
                                CMSAttributes.messageDigest,
                                new DEROctetString(
                                        (byte[]) parameters.get(CMSAttributeTableGenerator.DIGEST)),
                                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                                signingCertificate));
    }

    private CMSSignedData stamped(CMSSignedData signed) throws IOException {
        var signer = signed.getSignerInfos().iterator().next();
        var token = timeStamps.over(sha256(signer.getSignature()));
        var unsigned =
                table(
                        Map.of(
                                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                                ASN1Primitive.fromByteArray(token.getEncoded())));
        return CMSSignedData.replaceSigners(
                signed,
                new SignerInformationStore(
                        SignerInformation.replaceUnsignedAttributes(signer, unsigned)));
    }

    private static AttributeTable table(Map<ASN1ObjectIdentifier, ASN1Encodable> values) {
        var attributes = new ASN1EncodableVector();
        values.forEach((type, value) -> attributes.add(new Attribute(type, new DERSet(value))));
        return new AttributeTable(attributes);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
