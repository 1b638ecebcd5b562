package org.preceptorportal.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
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
        var text = new String(pdf, ISO_8859_1);
        var gapEnd = text.lastIndexOf("0>");
        var gapStart = text.lastIndexOf("<30", gapEnd);
        for (var at = 0; at < pdf.length; at += 61) {
            if (at > gapStart && at < gapEnd) {
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

    // Outside time-stamp authorities

    @Test
    void s3SignsNothingIfNoTimeStampAuthorityAnswers() throws Exception {
        var asked = new AtomicInteger();
        try (var broken = new Outside(question -> null, asked)) {
            var failing =
                    new Seal(folder, null, List.of(broken.uri(), broken.uri()), Clock.systemUTC());
            assertThatThrownBy(() -> failing.sign(new byte[] {1}, JOSE))
                    .isInstanceOf(SealNotPossible.class)
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
            assertThat(asked).hasValue(2);
            failing.check();
            assertThat(asked).as("the health check asks nobody").hasValue(2);
        }
    }

    @Test
    void s3SignsNothingWithATimeStampOfSomethingElse(@TempDir Path elsewhere) throws Exception {
        var other = new KeyFolder(elsewhere, null, Clock.systemUTC()).open();
        var questions = new TimeStampRequestGenerator();
        var wrong = questions.generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.ONE);
        try (var lying =
                new Outside(question -> answer(other, wrong, Instant.now()), new AtomicInteger())) {
            var failing = new Seal(folder, null, List.of(lying.uri()), Clock.systemUTC());
            assertThatThrownBy(() -> failing.sign(new byte[] {1}, JOSE))
                    .isInstanceOf(SealNotPossible.class);
        }
    }

    @Test
    void s3SignsNothingIfTheTimeStampSaysAnotherTime(@TempDir Path elsewhere) throws Exception {
        var other = new KeyFolder(elsewhere, null, Clock.systemUTC()).open();
        var later = Instant.now().plus(1, ChronoUnit.HOURS);
        try (var late =
                new Outside(question -> answer(other, question, later), new AtomicInteger())) {
            var failing = new Seal(folder, null, List.of(late.uri()), Clock.systemUTC());
            assertThatThrownBy(() -> failing.sign(new byte[] {1}, JOSE))
                    .isInstanceOf(SealNotPossible.class);
        }
    }

    @Test
    void readsTheListOfTimeStampAuthoritiesFromTheConfiguration() throws Exception {
        var asked = new AtomicInteger();
        try (var broken = new Outside(question -> null, asked)) {
            var configured =
                    new Seal(
                            folder.toString(),
                            Optional.of("secret"),
                            Optional.of(broken.uri() + ", " + broken.uri()),
                            Clock.systemUTC());
            assertThatThrownBy(() -> configured.sign(new byte[] {1}, JOSE))
                    .isInstanceOf(SealNotPossible.class);
            assertThat(asked).hasValue(2);
            assertThat(folder.resolve("seal/authority.p12")).exists();
            assertThat(folder.resolve("seal/authority.password")).doesNotExist();
        }
    }

    @Test
    void asksTheNextTimeStampAuthorityIfTheFirstFails(@TempDir Path elsewhere) throws Exception {
        var other = new KeyFolder(elsewhere, null, Clock.systemUTC()).open();
        try (var broken = new Outside(question -> null, new AtomicInteger());
                var good =
                        new Outside(
                                question -> answer(other, question, Instant.now()),
                                new AtomicInteger())) {
            seal = new Seal(folder, null, List.of(broken.uri(), good.uri()), Clock.systemUTC());
            var pdf = sealed();
            assertThat(seal.verify(pdf).finding()).isEqualTo(Finding.INTACT);
            var trusted = new ArrayList<>(seal.authorities());
            trusted.add(other.timeStamp());
            assertThat(Dss.judge(pdf, trusted))
                    .isEqualTo(new Dss("PAdES-BASELINE-T", "TOTAL_PASSED", ""));
        }
    }

    @Test
    void s6AStrangersTimeStampCountsOnlyIfOutsideOnesAreConfigured(@TempDir Path elsewhere)
            throws Exception {
        var stranger = new KeyFolder(elsewhere, null, Clock.systemUTC()).open();
        var bytes = new byte[] {1};
        try (var outside =
                new Outside(
                        question ->
                                answer(
                                        stranger,
                                        question,
                                        Instant.now(),
                                        List.of(stranger.timeStamp(), stranger.root())),
                        new AtomicInteger())) {
            var configured = new Seal(folder, null, List.of(outside.uri()), Clock.systemUTC());
            var cms = configured.sign(bytes, JOSE);
            assertThat(configured.verify(bytes, cms).finding()).isEqualTo(Finding.INTACT);
            var verdict = seal.verify(bytes, cms);
            assertThat(verdict.finding()).isEqualTo(Finding.ALTERED);
            assertThat(verdict.fault()).contains("not from our authority");
            assertThat(configured.verify(bytes, seal.sign(bytes, JOSE)).finding())
                    .as("our own ones always count")
                    .isEqualTo(Finding.INTACT);
        }
    }

    @Test
    void s6SignsNothingWithATimeStampWhoseChainIsForged(
            @TempDir Path elsewhere, @TempDir Path third) throws Exception {
        var stranger = new KeyFolder(elsewhere, null, Clock.systemUTC()).open();
        var namesake = new KeyFolder(third, null, Clock.systemUTC()).open();
        try (var forging =
                new Outside(
                        question ->
                                answer(
                                        stranger,
                                        question,
                                        Instant.now(),
                                        List.of(stranger.timeStamp(), namesake.root())),
                        new AtomicInteger())) {
            var failing = new Seal(folder, null, List.of(forging.uri()), Clock.systemUTC());
            assertThatThrownBy(() -> failing.sign(new byte[] {1}, JOSE))
                    .isInstanceOf(SealNotPossible.class);
        }
    }

    private static byte[] answer(Authority authority, TimeStampRequest question, Instant at)
            throws Exception {
        return answer(authority, question, at, List.of(authority.timeStamp()));
    }

    private static byte[] answer(
            Authority authority,
            TimeStampRequest question,
            Instant at,
            List<X509Certificate> brought)
            throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var tokens =
                new TimeStampTokenGenerator(
                        new JcaSignerInfoGeneratorBuilder(digests)
                                .build(
                                        new JcaContentSignerBuilder("SHA256withECDSA")
                                                .build(authority.timeStampKey()),
                                        authority.timeStamp()),
                        digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                        new ASN1ObjectIdentifier("1.2.3.4"));
        tokens.addCertificates(new JcaCertStore(brought));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(question, BigInteger.TEN, Date.from(at))
                .getEncoded();
    }

    /** A time-stamp authority on loopback; an answer of null is HTTP 500. */
    private static final class Outside implements AutoCloseable {
        private interface Answers {
            byte[] to(TimeStampRequest question) throws Exception;
        }

        private final HttpServer server;

        Outside(Answers answers, AtomicInteger asked) throws IOException {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext(
                    "/tsa",
                    exchange -> {
                        asked.incrementAndGet();
                        try (exchange) {
                            var question = new TimeStampRequest(exchange.getRequestBody());
                            var answer = answers.to(question);
                            exchange.sendResponseHeaders(
                                    answer == null ? 500 : 200, answer == null ? -1 : 0);
                            if (answer != null) {
                                exchange.getResponseBody().write(answer);
                            }
                        } catch (Exception e) {
                            throw new IOException(e);
                        }
                    });
            server.start();
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
