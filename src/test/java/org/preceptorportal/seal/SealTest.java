package org.preceptorportal.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.judges.Dss;
import org.preceptorportal.judges.Pdfsig;
import org.preceptorportal.judges.Qpdf;
import org.preceptorportal.judges.VeraPdf;
import org.preceptorportal.seal.Verdict.Finding;

class SealTest {
    private static final Signatory JOSE =
            new Signatory("José Ñandú-محمد 王, MD", "Ärztehaus \"Süd\", Inc.");

    @TempDir Path folder;
    private Seal seal;

    @BeforeEach
    void open() {
        seal = new Seal(folder, null, Clock.systemUTC());
    }

    private byte[] sealed() throws Exception {
        return SamplePaper.signed(
                SamplePaper.unsigned(), seal.reserve(), bytes -> seal.sign(bytes, JOSE));
    }

    // Judged by others

    @Test
    void passesTheEuropeanValidatorNowAndInAYearWithoutRevocationData() throws Exception {
        var pdf = sealed();
        var passed = new Dss("PAdES-BASELINE-T", "TOTAL_PASSED", "");
        assertThat(Dss.judge(pdf, seal.authorities())).isEqualTo(passed);
        assertThat(Dss.judge(pdf, seal.authorities(), Instant.now().plus(365, ChronoUnit.DAYS)))
                .isEqualTo(passed);
    }

    @Test
    void passesPopplerQpdfAndStaysPdfA() throws Exception {
        var pdf = sealed();
        var file = Files.write(folder.resolve("letter.pdf"), pdf);
        var pdfsig = Pdfsig.judge(file);
        assertThat(pdfsig.valid()).as(pdfsig.said()).isTrue();
        assertThat(pdfsig.wholeFile()).as(pdfsig.said()).isTrue();
        assertThat(pdfsig.signatures()).isEqualTo(1);
        assertThat(Qpdf.check(file).sound()).isTrue();
        assertThat(VeraPdf.failures(pdf, "2b")).isEmpty();
    }

    // Judged by us

    @Test
    void namesTheSignatoryAndTheTimeOfAnIntactFile() throws Exception {
        var before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var verdict = seal.verify(sealed());
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.finding()).isEqualTo(Finding.INTACT);
        assertThat(verdict.signatory()).isEqualTo(JOSE);
        assertThat(verdict.sealedAt()).isBetween(before, Instant.now());
        assertThat(verdict.stampedBy()).isEqualTo("Preceptor Portal Time-stamps");
    }

    @Test
    void s2FlippedByteIsAltered() throws Exception {
        var pdf = sealed();
        pdf[pdf.length / 100] ^= 1;
        assertThat(seal.verify(pdf).finding()).isEqualTo(Finding.ALTERED);
        assertThat(Dss.judge(pdf, seal.authorities()))
                .isEqualTo(new Dss("PAdES-BASELINE-T", "TOTAL_FAILED", "HASH_FAILURE"));
    }

    @Test
    void s2AnyFlippedByteOutsideTheSignatureIsNeverIntact() throws Exception {
        var pdf = sealed();
        // Where the signature lies, as it says itself: its digits may stand elsewhere, too.
        var range =
                Pattern.compile("/ByteRange ?\\[ ?0 (\\d+) (\\d+) \\d+")
                        .matcher(new String(pdf, ISO_8859_1));
        assertThat(range.find()).isTrue();
        var gapStart = Integer.parseInt(range.group(1));
        var gapEnd = Integer.parseInt(range.group(2));
        for (var at = 0; at < pdf.length; at += 61) {
            if (at >= gapStart && at < gapEnd) {
                continue;
            }
            var tampered = pdf.clone();
            tampered[at] ^= 1;
            assertThat(seal.verify(tampered).intact()).as("byte " + at).isFalse();
        }
    }

    @Test
    void s2AppendedRevisionIsAltered() throws Exception {
        var revised = SamplePaper.revised(sealed());
        var verdict = seal.verify(revised);
        assertThat(verdict.finding()).isEqualTo(Finding.ALTERED);
        assertThat(verdict.fault()).contains("whole file");
        assertThat(Pdfsig.judge(Files.write(folder.resolve("revised.pdf"), revised)).wholeFile())
                .isFalse();
    }

    @Test
    void s2OneAppendedByteIsAltered() throws Exception {
        var pdf = sealed();
        assertThat(seal.verify(Arrays.copyOf(pdf, pdf.length + 1)).finding())
                .isEqualTo(Finding.ALTERED);
    }

    /** Signature wrapping (siwa.pdf): a second dictionary hides where the signature skips. */
    @Test
    void s2WrappedFileIsAltered() throws Exception {
        var text = new String(sealed(), ISO_8859_1);
        var range = text.substring(text.lastIndexOf("/ByteRange"));
        var evil = "> 9 0 obj (evil) endobj " + range.substring(0, range.indexOf(']') + 1) + " <";
        var padding = text.lastIndexOf("0".repeat(evil.length()) + ">");
        var wrapped = text.substring(0, padding) + evil + text.substring(padding + evil.length());

        var verdict = seal.verify(wrapped.getBytes(ISO_8859_1));

        assertThat(wrapped).hasSameSizeAs(text);
        assertThat(verdict.finding()).isEqualTo(Finding.ALTERED);
        assertThat(verdict.fault()).contains("hexadecimal");
    }

    @Test
    void s2SomethingHiddenBehindTheSignatureIsAltered() throws Exception {
        var text = new String(sealed(), ISO_8859_1);
        var at = text.lastIndexOf("00>");
        var hidden = text.substring(0, at) + "41>" + text.substring(at + 3);
        assertThat(seal.verify(hidden.getBytes(ISO_8859_1)).finding()).isEqualTo(Finding.ALTERED);
    }

    @Test
    void s2SignatureOfAnotherLetterIsAltered() {
        var one = "one".getBytes(ISO_8859_1);
        var other = "other".getBytes(ISO_8859_1);
        assertThat(seal.verify(other, seal.sign(one, JOSE)).finding()).isEqualTo(Finding.ALTERED);
        assertThat(seal.verify(one, new byte[] {1, 2, 3}).finding()).isEqualTo(Finding.ALTERED);
    }

    @Test
    void tellsForeignSealsAndUnsealedFilesApart(@TempDir Path elsewhere) throws Exception {
        var other = new Seal(elsewhere, null, Clock.systemUTC());
        assertThat(other.verify(sealed()).finding()).isEqualTo(Finding.NOT_OURS);
        assertThat(seal.verify(SamplePaper.unsigned()).finding()).isEqualTo(Finding.NOT_SEALED);
    }

    // How it signs

    @Test
    void s3EverySealHasItsOwnTenMinuteKey() throws Exception {
        var bytes = "letter".getBytes(ISO_8859_1);
        var first = leaf(seal.sign(bytes, JOSE));
        var second = leaf(seal.sign(bytes, JOSE));
        assertThat(first.getSubjectPublicKeyInfo()).isNotEqualTo(second.getSubjectPublicKeyInfo());
        assertThat(first.getSerialNumber()).isNotEqualTo(second.getSerialNumber());
        assertThat(
                        Duration.between(
                                first.getNotBefore().toInstant(), first.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(first.getExtension(new ASN1ObjectIdentifier("0.4.0.194121.2.1"))).isNotNull();
        assertThat(first.getExtension(Extension.cRLDistributionPoints)).isNull();
    }

    @Test
    void s3ASealInPartsSignsOnceWithItsOwnKey() {
        var bytes = "letter".getBytes(ISO_8859_1);
        var sealing = seal.begin(JOSE);
        var cms = sealing.over(bytes);
        sealing.needGenuine();
        assertThat(seal.verify(bytes, cms).intact()).isTrue();
        assertThat(seal.verify("other".getBytes(ISO_8859_1), cms).intact()).isFalse();
        assertThatThrownBy(() -> sealing.over(bytes)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void s3ASealInPartsThatDoesNotVerifyIsNeverGenuine() {
        var unverified =
                new Envelope(null, null) {
                    @Override
                    OneUseKey key(Signatory who, Instant now) {
                        return new OneUseKey(null, null);
                    }

                    @Override
                    byte[] around(byte[] content, OneUseKey key) {
                        return new byte[] {1};
                    }
                };
        var sealing =
                new Sealing(
                        unverified,
                        JOSE,
                        Instant.now(),
                        (bytes, cms) -> Verdict.not(Finding.ALTERED, "no"));
        sealing.over(new byte[] {2});
        assertThatThrownBy(sealing::needGenuine).isInstanceOf(SealNotPossible.class);
        var unused = seal.begin(JOSE);
        assertThatThrownBy(unused::needGenuine).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void signsExactlyTheAttributesOfPades() throws Exception {
        var signer =
                new CMSSignedData(seal.sign(new byte[] {1}, JOSE))
                        .getSignerInfos()
                        .iterator()
                        .next();
        assertThat(signer.getSignedAttributes().toHashtable().keySet())
                .isEqualTo(
                        Set.of(
                                CMSAttributes.contentType,
                                CMSAttributes.messageDigest,
                                PKCSObjectIdentifiers.id_aa_signingCertificateV2));
    }

    @Test
    void shortensNamesTheCertificateCannotHold() {
        var bytes = new byte[] {1};
        var verdict = seal.verify(bytes, seal.sign(bytes, new Signatory("N".repeat(200), "O")));
        assertThat(verdict.signatory().name()).isEqualTo("N".repeat(63) + "…");
    }

    @Test
    void refusesSignatoriesWithoutNameOrWithDeceivingCharacters() {
        for (var name : Arrays.asList(null, " ", "a\nb", "a\u202Eb", "N".repeat(201))) {
            assertThatThrownBy(() -> new Signatory(name, "Clinic"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static X509CertificateHolder leaf(byte[] cms) throws Exception {
        var signed = new CMSSignedData(cms);
        return (X509CertificateHolder)
                signed.getCertificates()
                        .getMatches(signed.getSignerInfos().iterator().next().getSID())
                        .iterator()
                        .next();
    }

    // Keys

    @Test
    void keepsItsAuthoritiesForTheOwnersEyesOnly() throws Exception {
        var first = seal.authorities();
        assertThat(new Seal(folder, null, Clock.systemUTC()).authorities()).isEqualTo(first);
        for (var file : List.of("authority.p12", "authority.password")) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("authority.p12", "authority.password", "lock");
        }
    }

    @Test
    void neverReplacesAKeyStoreItCannotOpen() throws Exception {
        seal.check();
        var store = folder.resolve("authority.p12");
        var before = Files.readAllBytes(store);
        var wrong = new Seal(folder, "wrong".toCharArray(), Clock.systemUTC());
        assertThatThrownBy(wrong::check).isInstanceOf(SealNotPossible.class);
        assertThat(Files.readAllBytes(store)).isEqualTo(before);
    }

    @Test
    void nodesThatStartTogetherShareOneAuthority() {
        var roots =
                Stream.generate(() -> new Seal(folder, null, Clock.systemUTC()))
                        .limit(4)
                        .parallel()
                        .map(node -> node.authorities().get(0))
                        .distinct();
        assertThat(roots).hasSize(1);
    }

    @Test
    void checkFailsOnceTheKeyStoreIsGone() throws Exception {
        seal.check();
        Files.delete(folder.resolve("authority.p12"));
        assertThatThrownBy(seal::check).isInstanceOf(SealNotPossible.class);
    }
}
