package org.preceptorportal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.judges.Pdfsig;
import org.preceptorportal.judges.Qpdf;
import org.preceptorportal.judges.VeraPdf;

class SealSlotTest {
    private static final Instant NOW = Instant.parse("2026-11-22T22:02:00Z");

    @TempDir private Path folder;

    private final byte[] letter =
            new LetterPrinter()
                    .original(Letters.of("Linh Nguyễn", null, Letters.shortBody("Linh Nguyễn")))
                    .pdf();

    @Test
    void sealedLetterVerifiesAndStillConforms() throws Exception {
        byte[] sealed = seal(letter);
        PdfText.keep("letter-sealed", sealed);
        assertThat(VeraPdf.failures(sealed, "2a")).isEmpty();
        assertThat(VeraPdf.failures(sealed, "ua1")).isEmpty();
        assertThat(Arrays.copyOf(sealed, letter.length)).isEqualTo(letter);
        Pdfsig verdict = Pdfsig.judge(file(sealed));
        assertThat(verdict.valid()).as(verdict.said()).isTrue();
        assertThat(verdict.wholeFile()).as(verdict.said()).isTrue();
        assertThat(verdict.said()).contains("ETSI.CAdES.detached");
        assertThat(Qpdf.check(file(sealed)).sound()).isTrue();
    }

    @Test
    void secondSealLeavesTheFirstValid() throws Exception {
        byte[] sealed = seal(seal(letter));
        assertThat(VeraPdf.failures(sealed, "2a")).isEmpty();
        Pdfsig verdict = Pdfsig.judge(file(sealed));
        assertThat(verdict.signatures()).isEqualTo(2);
        assertThat(verdict.valid()).as(verdict.said()).isTrue();
    }

    @Test
    void catalogDeclaresTheExtensionAndKeepsTitle() throws Exception {
        try (PdfReader reader = new PdfReader(seal(letter))) {
            PdfDictionary extensions = reader.getCatalog().getAsDict(new PdfName("Extensions"));
            assertThat(extensions.getAsDict(new PdfName("ESIC"))).isNotNull();
            assertThat(reader.getInfo()).containsEntry("ModDate", "D:20261122220200Z");
            assertThat(reader.getInfo().get("Title")).contains("Linh Nguyễn");
        }
    }

    @Test
    void sealLargerThanItsSlotIsRefused() {
        SealSlot slot = SealSlot.open(letter, "María", "Letter", NOW, 1000);
        assertThatThrownBy(() -> slot.close(new byte[1001]))
                .isInstanceOfSatisfying(
                        SealTooBig.class, e -> assertThat(e.size()).isEqualTo(1001));
    }

    private Path file(byte[] pdf) throws IOException {
        return Files.write(folder.resolve("sealed.pdf"), pdf);
    }

    private static byte[] seal(byte[] pdf) throws Exception {
        SealSlot slot = SealSlot.open(pdf, "María Peña", "I wrote this letter", NOW, 16_384);
        return slot.close(cms(slot.signedBytes()));
    }

    private static byte[] cms(byte[] content)
            throws GeneralSecurityException, OperatorCreationException, CMSException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair key = generator.generateKeyPair();
        ContentSigner signer =
                new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
        X500Name name = new X500Name("CN=Test");
        X509Certificate certificate =
                new JcaX509CertificateConverter()
                        .getCertificate(
                                new JcaX509v3CertificateBuilder(
                                                name,
                                                BigInteger.ONE,
                                                Date.from(NOW.minusSeconds(60)),
                                                Date.from(NOW.plusSeconds(600)),
                                                name,
                                                key.getPublic())
                                        .build(signer));
        CMSSignedDataGenerator cms = new CMSSignedDataGenerator();
        cms.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .build(signer, certificate));
        cms.addCertificates(new JcaCertStore(List.of(certificate)));
        return cms.generate(new CMSProcessableByteArray(content), false).getEncoded();
    }
}
