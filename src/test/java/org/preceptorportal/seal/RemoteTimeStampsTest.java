package org.preceptorportal.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.judges.Dss;
import org.preceptorportal.seal.SealNotPossible.Reason;
import org.preceptorportal.seal.Verdict.Finding;

/** Outside time-stamp authorities: nothing is signed unless one of them answers well (S3, SE-2). */
class RemoteTimeStampsTest {
    private static final Signatory JOSE = new Signatory("José Ñandú, MD", "Ärztehaus Süd");
    private static final byte[] BYTES = {1};

    @TempDir Path folder;
    @TempDir Path elsewhere;
    private Authority stranger;

    @BeforeEach
    void found() {
        stranger = OutsideStamps.authority(elsewhere);
    }

    private Seal asking(URI... urls) {
        return new Seal(SealSettings.plain(folder, null, List.of(urls)), Clock.systemUTC());
    }

    private Seal asking(String policy, List<X509Certificate> anchors, URI... urls) {
        return new Seal(
                new SealSettings(
                        folder,
                        null,
                        null,
                        new RemoteTimeStamps.Rules(
                                List.of(urls), Duration.ofMillis(500), policy, anchors)),
                Clock.systemUTC());
    }

    private void assertNothingIsSigned(OutsideStamps.Answers answers) throws Exception {
        try (var outside = new OutsideStamps(answers);
                var good = OutsideStamps.honest(stranger)) {
            assertRefused(asking(null, List.of(), outside.uri()));
            // The same answer from the first does not keep the second from being asked.
            var both = asking(null, List.of(), outside.uri(), good.uri());
            assertThat(both.verify(BYTES, both.sign(BYTES, JOSE)).intact()).isTrue();
            assertThat(outside.asked()).isEqualTo(2);
            assertThat(good.asked()).isEqualTo(1);
        }
    }

    private static void assertRefused(Seal seal) {
        assertThatThrownBy(() -> seal.sign(BYTES, JOSE))
                .isInstanceOfSatisfying(
                        SealNotPossible.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NO_TIME_STAMP));
    }

    @Test
    void s3SignsNothingIfTheServerFails() throws Exception {
        assertNothingIsSigned(question -> null);
    }

    @Test
    void s3SignsNothingIfNobodyListens() throws Exception {
        URI nobody;
        try (var taken = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/tsa");
        }
        assertRefused(asking(nobody));
    }

    @Test
    void s3SignsNothingAndDoesNotWaitForASlowOne() throws Exception {
        var over = new CountDownLatch(1);
        try (var slow =
                        new OutsideStamps(
                                question -> {
                                    over.await(20, TimeUnit.SECONDS);
                                    return null;
                                });
                var good = OutsideStamps.honest(stranger)) {
            var began = Instant.now();
            assertRefused(asking(null, List.of(), slow.uri()));
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
            var both = asking(null, List.of(), slow.uri(), good.uri());
            assertThat(both.verify(BYTES, both.sign(BYTES, JOSE)).intact()).isTrue();
            // The server closes once its last answer is given.
            over.countDown();
        }
    }

    @Test
    void s3SignsNothingIfABodyTricklesIn() throws Exception {
        try (var socket = new ServerSocket(0);
                var good = OutsideStamps.honest(stranger)) {
            var trickling =
                    new Thread(
                            () -> {
                                try {
                                    while (true) {
                                        var out = socket.accept().getOutputStream();
                                        out.write("HTTP/1.1 200 OK\r\n\r\n0".getBytes(UTF_8));
                                        out.flush();
                                    }
                                } catch (IOException e) {
                                    assertThat(socket.isClosed()).as("the test is over").isTrue();
                                }
                            });
            trickling.setDaemon(true);
            trickling.start();
            var url = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/tsa");
            assertRefused(asking(null, List.of(), url));
            var both = asking(null, List.of(), url, good.uri());
            assertThat(both.verify(BYTES, both.sign(BYTES, JOSE)).intact()).isTrue();
        }
    }

    @Test
    void s3SignsNothingWithGarbage() throws Exception {
        var garbage = new byte[3_000];
        new SecureRandom().nextBytes(garbage);
        assertNothingIsSigned(question -> garbage);
        assertNothingIsSigned(question -> new byte[0]);
        assertNothingIsSigned(question -> DERNull.INSTANCE.getEncoded());
        assertNothingIsSigned(question -> "<html>Sign in to the guest network".getBytes(UTF_8));
    }

    @Test
    void s3SignsNothingWithAnAnswerWithoutEnd() throws Exception {
        assertNothingIsSigned(question -> new byte[1_000_000]);
    }

    @Test
    void s3SignsNothingWithAnErrorStatus() throws Exception {
        assertNothingIsSigned(
                question ->
                        new TimeStampResponseGenerator(null, TSPAlgorithms.ALLOWED)
                                .generateFailResponse(
                                        PKIStatus.REJECTION, PKIFailureInfo.badRequest, "no")
                                .getEncoded());
    }

    @Test
    void s3SignsNothingWithAnotherNonce() throws Exception {
        assertNothingIsSigned(
                question -> {
                    var other = new TimeStampRequestGenerator();
                    other.setCertReq(true);
                    return OutsideStamps.answer(
                            stranger,
                            other.generate(
                                    TSPAlgorithms.SHA256,
                                    question.getMessageImprintDigest(),
                                    BigInteger.ONE),
                            Instant.now());
                });
    }

    @Test
    void s3SignsNothingWithoutTheNonce() throws Exception {
        assertNothingIsSigned(
                question -> {
                    var other = new TimeStampRequestGenerator();
                    other.setCertReq(true);
                    return OutsideStamps.answer(
                            stranger,
                            other.generate(
                                    TSPAlgorithms.SHA256, question.getMessageImprintDigest()),
                            Instant.now());
                });
    }

    @Test
    void s3SignsNothingWithATimeStampOfSomethingElse() throws Exception {
        assertNothingIsSigned(
                question -> {
                    var other = new TimeStampRequestGenerator();
                    other.setCertReq(true);
                    return OutsideStamps.answer(
                            stranger,
                            other.generate(TSPAlgorithms.SHA256, new byte[32], question.getNonce()),
                            Instant.now());
                });
    }

    @Test
    void s3SignsNothingIfTheTimeStampSaysAnotherTime() throws Exception {
        assertNothingIsSigned(
                question ->
                        OutsideStamps.answer(
                                stranger, question, Instant.now().plus(1, ChronoUnit.HOURS)));
    }

    @Test
    void s3SignsNothingWithACertificateThatIsNotForTimeStamps() throws Exception {
        var now = Instant.now();
        var root = stranger.roots().get(0);
        var wrongUse =
                Authority.issuing(
                        root,
                        Crypto.keys().getPublic(),
                        7,
                        now.minusSeconds(60),
                        now.plusSeconds(600));
        assertNothingIsSigned(
                question ->
                        OutsideStamps.answer(stranger, wrongUse, question, now, List.of(wrongUse)));
    }

    @Test
    void s3SignsNothingIfTheSignatureIsNotTheCertificates() throws Exception {
        var now = Instant.now();
        var otherKey =
                Authority.timeStamp(
                        stranger.roots().get(0),
                        Crypto.keys().getPublic(),
                        7,
                        now.minusSeconds(60),
                        now.plusSeconds(600));
        assertNothingIsSigned(
                question ->
                        OutsideStamps.answer(
                                stranger, otherKey, question, Instant.now(), List.of(otherKey)));
    }

    @Test
    void s6SignsNothingWithATimeStampWhoseChainIsForged(@TempDir Path third) throws Exception {
        var namesake = OutsideStamps.authority(third);
        assertNothingIsSigned(
                question ->
                        OutsideStamps.answer(
                                stranger,
                                stranger.timeStamp(),
                                question,
                                Instant.now(),
                                List.of(stranger.timeStamp(), namesake.root())));
    }

    @Test
    void asksForThePolicyAndTakesNoOther() throws Exception {
        try (var deaf =
                        new OutsideStamps(
                                question -> {
                                    var other = new TimeStampRequestGenerator();
                                    other.setCertReq(true);
                                    return OutsideStamps.answer(
                                            stranger,
                                            other.generate(
                                                    TSPAlgorithms.SHA256,
                                                    question.getMessageImprintDigest(),
                                                    question.getNonce()),
                                            Instant.now());
                                });
                var outside = OutsideStamps.honest(stranger)) {
            assertRefused(asking("1.2.3.5", List.of(), deaf.uri()));
            var seal = asking(OutsideStamps.POLICY, List.of(), outside.uri());
            assertThat(seal.verify(BYTES, seal.sign(BYTES, JOSE)).intact()).isTrue();
        }
    }

    @Test
    void takesOnlyChainsThatEndAtATrustedCertificate(@TempDir Path third) throws Exception {
        var other = OutsideStamps.authority(third);
        try (var outside = OutsideStamps.honest(stranger)) {
            assertRefused(asking(null, List.of(other.root()), outside.uri()));
            var seal = asking(null, List.of(other.root(), stranger.root()), outside.uri());
            assertThat(seal.verify(BYTES, seal.sign(BYTES, JOSE)).intact()).isTrue();
        }
    }

    @Test
    void tellsWhatEachOfThemSaid() throws Exception {
        try (var broken = new OutsideStamps(question -> null)) {
            var failing = asking(broken.uri(), broken.uri());
            assertThatThrownBy(() -> failing.sign(BYTES, JOSE))
                    .isInstanceOf(SealNotPossible.class)
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
            assertThat(broken.asked()).isEqualTo(2);
            failing.check();
            assertThat(broken.asked()).as("the health check asks nobody").isEqualTo(2);
        }
    }

    @Test
    void sealsOfTheSecondOnePassTheEuropeanValidator() throws Exception {
        try (var broken = new OutsideStamps(question -> null);
                var good = OutsideStamps.honest(stranger)) {
            var seal = asking(broken.uri(), good.uri());
            var pdf =
                    SamplePaper.signed(
                            SamplePaper.unsigned(),
                            seal.reserve(),
                            bytes -> seal.sign(bytes, JOSE));
            assertThat(seal.verify(pdf).finding()).isEqualTo(Finding.INTACT);
            var trusted = new ArrayList<>(seal.authorities());
            trusted.add(stranger.timeStamp());
            assertThat(Dss.judge(pdf, trusted))
                    .isEqualTo(new Dss("PAdES-BASELINE-T", "TOTAL_PASSED", ""));
        }
    }

    @Test
    void s6AStrangersTimeStampCountsOnlyIfOutsideOnesAreConfigured() throws Exception {
        try (var outside = OutsideStamps.honest(stranger)) {
            var configured = asking(outside.uri());
            var plain = new Seal(folder, null, Clock.systemUTC());
            var cms = configured.sign(BYTES, JOSE);
            assertThat(configured.verify(BYTES, cms).finding()).isEqualTo(Finding.INTACT);
            var verdict = plain.verify(BYTES, cms);
            assertThat(verdict.finding()).isEqualTo(Finding.ALTERED);
            assertThat(verdict.fault()).contains("not from our authority");
            assertThat(configured.verify(BYTES, plain.sign(BYTES, JOSE)).finding())
                    .as("our own ones always count")
                    .isEqualTo(Finding.INTACT);
        }
    }

    @Test
    void readsItsRulesFromTheConfiguration() throws Exception {
        var pem = elsewhere.resolve("trust.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(stranger.root().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        try (var broken = new OutsideStamps(question -> null);
                var good = OutsideStamps.honest(stranger)) {
            var words =
                    Map.of(
                            "portal.data",
                            folder.toString(),
                            "portal.seal.password",
                            "secret",
                            "portal.tsa.urls",
                            broken.uri() + ", " + good.uri(),
                            "portal.tsa.seconds",
                            "2",
                            "portal.tsa.policy",
                            OutsideStamps.POLICY,
                            "portal.tsa.trust",
                            pem.toString());
            var seal =
                    new Seal(
                            SealSettings.read(name -> Optional.ofNullable(words.get(name))),
                            Clock.systemUTC());
            assertThat(seal.verify(BYTES, seal.sign(BYTES, JOSE)).intact()).isTrue();
            assertThat(broken.asked()).isEqualTo(1);
            assertThat(folder.resolve("seal/authority.p12")).exists();
            assertThat(folder.resolve("seal/authority.password")).doesNotExist();
        }
    }

    @Test
    void refusesAddressesThatAreNoneAtTheStart() {
        for (var word : List.of("tsa.example.org", "ftp://tsa.example.org/", "http:///tsa")) {
            assertThatThrownBy(
                            () ->
                                    SealSettings.read(
                                            name ->
                                                    Optional.of(word)
                                                            .filter(
                                                                    w ->
                                                                            name.equals(
                                                                                    "portal.tsa.urls"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
