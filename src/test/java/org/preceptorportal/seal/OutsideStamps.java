package org.preceptorportal.seal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp authority on loopback that answers as it is told. */
final class OutsideStamps implements AutoCloseable {
    static final String POLICY = "1.2.3.4";

    /** What it says; null is HTTP 500. */
    interface Answers {
        byte[] to(TimeStampRequest question) throws Exception;
    }

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    OutsideStamps(Answers answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/tsa",
                exchange -> {
                    asked.incrementAndGet();
                    try (exchange) {
                        var answer = answers.to(new TimeStampRequest(exchange.getRequestBody()));
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

    /** Authorities of their own, for answers. */
    static Authority authority(Path folder) {
        return new KeyFolder(folder, null, Clock.systemUTC()).open();
    }

    /** One that answers as it should. */
    static OutsideStamps honest(Authority authority) throws IOException {
        return new OutsideStamps(question -> answer(authority, question, Instant.now()));
    }

    static byte[] answer(Authority authority, TimeStampRequest question, Instant at)
            throws Exception {
        return answer(
                authority, authority.timeStamp(), question, at, List.of(authority.timeStamp()));
    }

    /**
     * @param named the certificate the token names; its key is the time-stamp key
     * @param brought the certificates in the token
     */
    static byte[] answer(
            Authority authority,
            X509Certificate named,
            TimeStampRequest question,
            Instant at,
            List<X509Certificate> brought)
            throws Exception {
        return answer(authority.timeStampKey(), named, question, at, brought);
    }

    static byte[] answer(
            PrivateKey key,
            X509Certificate named,
            TimeStampRequest question,
            Instant at,
            List<X509Certificate> brought)
            throws Exception {
        var tokens =
                new TimeStampTokenGenerator(
                        new JcaSignerInfoGeneratorBuilder(Crypto.DIGESTS)
                                .build(Crypto.signer(key, Crypto.CURVES), named),
                        Crypto.DIGESTS.get(
                                new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                        new ASN1ObjectIdentifier(POLICY));
        tokens.addCertificates(new JcaCertStore(brought));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(question, BigInteger.TEN, Date.from(at))
                .getEncoded();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
