package org.preceptorportal.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The portal's certificate authorities: a root, which certified one issuer and one time-stamper.
 */
record Authority(
        X509Certificate root,
        X509Certificate issuing,
        PrivateKey issuingKey,
        X509Certificate timeStamp,
        PrivateKey timeStampKey) {

    static final String SIGNATURE = "SHA256withECDSA";

    /**
     * ETSI EN 319 412-1: the certificate lives too briefly for anybody to revoke it. Without it
     * validators ask for revocation data, which nobody has.
     */
    private static final ASN1ObjectIdentifier VALIDITY_ASSURED_SHORT_TERM =
            new ASN1ObjectIdentifier("0.4.0.194121.2.1");

    /** RFC 9608, the same in the words of the IETF. */
    private static final ASN1ObjectIdentifier NO_REVOCATION_AVAILABLE =
            new ASN1ObjectIdentifier("2.5.29.56");

    private static final String OWNER = "Preceptor Portal";
    private static final String ROOT = "root";
    private static final String ISSUING = "issuing";
    private static final String TIME_STAMP = "time-stamp";

    private static final Duration LIFE = Duration.ofDays(20 * 365);

    /** RFC 5280, ub-common-name and ub-organization-name. */
    private static final int LONGEST_IN_NAME = 64;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Reads the authorities of a key store. */
    static Authority in(KeyStore store, char[] password) throws GeneralSecurityException {
        var authority =
                new Authority(
                        (X509Certificate) store.getCertificate(ROOT),
                        (X509Certificate) store.getCertificate(ISSUING),
                        (PrivateKey) store.getKey(ISSUING, password),
                        (X509Certificate) store.getCertificate(TIME_STAMP),
                        (PrivateKey) store.getKey(TIME_STAMP, password));
        if (authority.root == null
                || authority.issuing == null
                || authority.issuingKey == null
                || authority.timeStamp == null
                || authority.timeStampKey == null) {
            throw new GeneralSecurityException(
                    "The key store needs the entries root, issuing and time-stamp");
        }
        return authority;
    }

    /** Makes new authorities and puts them into an empty key store. */
    static void fill(KeyStore store, char[] password, Instant now)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        // A day back: a verifier's clock may be behind ours.
        var from = now.minus(Duration.ofDays(1));
        var until = now.plus(LIFE);

        var rootKeys = keys();
        var rootName = name("Preceptor Portal Root", OWNER);
        var root =
                signed(
                        certifier(draft(null, rootName, rootKeys.getPublic(), from, until), 1),
                        rootKeys.getPrivate());
        store.setKeyEntry(ROOT, rootKeys.getPrivate(), password, new Certificate[] {root});

        var issuingKeys = keys();
        var issuingName = name("Preceptor Portal Signatories", OWNER);
        var issuing =
                signed(
                        certifier(
                                draft(root, issuingName, issuingKeys.getPublic(), from, until), 0),
                        rootKeys.getPrivate());
        store.setKeyEntry(
                ISSUING, issuingKeys.getPrivate(), password, new Certificate[] {issuing, root});

        var timeStampKeys = keys();
        var timeStampName = name("Preceptor Portal Time-stamps", OWNER);
        var timeStamp =
                signed(
                        draft(root, timeStampName, timeStampKeys.getPublic(), from, until)
                                .addExtension(
                                        Extension.basicConstraints,
                                        true,
                                        new BasicConstraints(false))
                                .addExtension(
                                        Extension.keyUsage,
                                        true,
                                        new KeyUsage(KeyUsage.digitalSignature))
                                .addExtension(
                                        Extension.extendedKeyUsage,
                                        true,
                                        new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)),
                        rootKeys.getPrivate());
        store.setKeyEntry(
                TIME_STAMP,
                timeStampKeys.getPrivate(),
                password,
                new Certificate[] {timeStamp, root});
    }

    /** A fresh key pair on P-256. */
    static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** Certifies a one-use key for ten minutes, one of them gone, for verifiers' slow clocks. */
    X509Certificate certify(PublicKey key, Signatory who, Instant now)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var from = now.minus(Duration.ofMinutes(1));
        return signed(
                draft(
                                issuing,
                                name(who.name(), who.organization()),
                                key,
                                from,
                                from.plus(Duration.ofMinutes(10)))
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                        .addExtension(
                                Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation))
                        .addExtension(VALIDITY_ASSURED_SHORT_TERM, false, DERNull.INSTANCE)
                        .addExtension(NO_REVOCATION_AVAILABLE, false, DERNull.INSTANCE),
                issuingKey);
    }

    private static X509v3CertificateBuilder draft(
            X509Certificate issuer, X500Name subject, PublicKey key, Instant from, Instant until)
            throws GeneralSecurityException, IOException {
        var extensions = new JcaX509ExtensionUtils();
        var issuerName =
                issuer == null
                        ? subject
                        : X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
        var issuerKey = issuer == null ? key : issuer.getPublicKey();
        return new JcaX509v3CertificateBuilder(
                        issuerName,
                        new BigInteger(120, RANDOM).setBit(120),
                        Date.from(from),
                        Date.from(until),
                        subject,
                        key)
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        extensions.createSubjectKeyIdentifier(key))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        extensions.createAuthorityKeyIdentifier(issuerKey));
    }

    private static X509v3CertificateBuilder certifier(X509v3CertificateBuilder draft, int levels)
            throws IOException {
        return draft.addExtension(Extension.basicConstraints, true, new BasicConstraints(levels))
                .addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    private static X509Certificate signed(X509v3CertificateBuilder draft, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(draft.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
    }

    private static X500Name name(String name, String organization) {
        return new X500NameBuilder()
                .addRDN(BCStyle.CN, new DERUTF8String(fitted(name)))
                .addRDN(BCStyle.O, new DERUTF8String(fitted(organization)))
                .build();
    }

    private static String fitted(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_IN_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_IN_NAME - 1)) + "\u2026";
    }
}
