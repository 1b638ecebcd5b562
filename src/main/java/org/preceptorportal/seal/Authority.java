package org.preceptorportal.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The portal's certificate authorities: of today with their keys, of former days without. A root
 * certified one issuer and one time-stamper.
 *
 * @param generations newest first; the newest has the keys
 * @param provider who can use the newest's keys
 * @param roots the root keys that are still at hand, for revocation lists
 */
record Authority(
        List<Generation> generations,
        PrivateKey issuingKey,
        PrivateKey timeStampKey,
        Provider provider,
        List<RootKey> roots) {

    /** A root with its key. */
    record RootKey(X509Certificate certificate, PrivateKey key, Provider provider) {}

    /**
     * ETSI EN 319 412-1: the certificate lives too briefly for anybody to revoke it. Without it
     * validators ask for revocation data, which nobody has.
     */
    private static final ASN1ObjectIdentifier VALIDITY_ASSURED_SHORT_TERM =
            new ASN1ObjectIdentifier("0.4.0.194121.2.1");

    /** RFC 9608, the same in the words of the IETF. */
    private static final ASN1ObjectIdentifier NO_REVOCATION_AVAILABLE =
            new ASN1ObjectIdentifier("2.5.29.56");

    /** Our purpose "what the portal itself states", named under the UUID arc of ITU-T X.667. */
    static final ASN1ObjectIdentifier STATEMENTS =
            new ASN1ObjectIdentifier("2.25.57205037889445025711902816160961504166");

    private static final String OWNER = "Preceptor Portal";

    /** A revocation list is kept in the letters it was made for; nobody fetches it later. */
    private static final Duration LIST_LIFE = Duration.ofDays(30);

    /** RFC 5280, ub-common-name and ub-organization-name. */
    private static final int LONGEST_IN_NAME = 64;

    private static final SecureRandom RANDOM = new SecureRandom();

    Authority {
        generations = List.copyOf(generations);
        roots = List.copyOf(roots);
    }

    X509Certificate root() {
        return generations.get(0).root();
    }

    X509Certificate issuing() {
        return generations.get(0).issuing();
    }

    X509Certificate timeStamp() {
        return generations.get(0).timeStamp();
    }

    /** The same, with the generations of another key store as former ones. */
    Authority after(Authority former) {
        var all = new ArrayList<>(generations);
        all.addAll(former.generations);
        var allRoots = new ArrayList<>(roots);
        allRoots.addAll(former.roots);
        return new Authority(all, issuingKey, timeStampKey, provider, allRoots);
    }

    /**
     * Certifies a one-use key for ten minutes, one of them gone, for verifiers' slow clocks.
     *
     * @param who null: the portal itself, which the certificate's purpose says too, so that no
     *     author's name can pass for it
     */
    X509Certificate certify(PublicKey key, Signatory who, Instant now)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var from = now.minus(Duration.ofMinutes(1));
        var subject = who == null ? name(OWNER, OWNER) : name(who.name(), who.organization());
        var draft =
                draft(issuing(), subject, key, from, from.plus(Duration.ofMinutes(10)))
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                        .addExtension(
                                Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation))
                        .addExtension(VALIDITY_ASSURED_SHORT_TERM, false, DERNull.INSTANCE)
                        .addExtension(NO_REVOCATION_AVAILABLE, false, DERNull.INSTANCE);
        if (who == null) {
            draft.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(KeyPurposeId.getInstance(STATEMENTS)));
        }
        return signed(draft, issuingKey, provider);
    }

    /**
     * What each root has revoked up to now: nothing. One that had something to revoke would be
     * rolled over. A verifier who knows the roots alone asks for these lists.
     */
    List<X509CRL> revocationLists(Instant now)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var lists = new ArrayList<X509CRL>();
        for (var root : roots) {
            var draft = new JcaX509v2CRLBuilder(root.certificate(), Date.from(now));
            draft.setNextUpdate(Date.from(now.plus(LIST_LIFE)));
            draft.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root.certificate()));
            draft.addExtension(
                    Extension.cRLNumber,
                    false,
                    new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
            lists.add(
                    new JcaX509CRLConverter()
                            .getCRL(draft.build(Crypto.signer(root.key(), root.provider()))));
        }
        return lists;
    }

    /** A root certifies itself. */
    static X509Certificate root(
            PublicKey key,
            PrivateKey own,
            Provider provider,
            int number,
            Instant from,
            Instant until)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        return signed(
                certifier(draft(null, name(named("Root", number), OWNER), key, from, until), 1),
                own,
                provider);
    }

    /** A root certifies an issuer of one-use certificates. */
    static X509Certificate issuing(
            RootKey root, PublicKey key, int number, Instant from, Instant until)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        return signed(
                certifier(
                        draft(
                                root.certificate(),
                                name(named("Signatories", number), OWNER),
                                key,
                                from,
                                until),
                        0),
                root.key(),
                root.provider());
    }

    /** A root certifies a time-stamp authority. */
    static X509Certificate timeStamp(
            RootKey root, PublicKey key, int number, Instant from, Instant until)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        return signed(
                draft(
                                root.certificate(),
                                name(named("Time-stamps", number), OWNER),
                                key,
                                from,
                                until)
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                        .addExtension(
                                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                        .addExtension(
                                Extension.extendedKeyUsage,
                                true,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)),
                root.key(),
                root.provider());
    }

    private static String named(String what, int number) {
        return OWNER + " " + what + (number == 1 ? "" : " " + number);
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

    private static X509Certificate signed(
            X509v3CertificateBuilder draft, PrivateKey key, Provider provider)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(draft.build(Crypto.signer(key, provider)));
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
