package org.preceptorportal.seal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.tsp.TimeStampRequest;

/**
 * A time-stamp authority on loopback as the public ones are: under a root of its own, and its
 * certificate names where the root's revocation list is.
 */
public final class OutsideAuthority implements AutoCloseable {
    /** What it says when asked for its list. */
    public enum Says {
        LIST,
        REVOKED,
        ANOTHERS,
        GARBAGE,
        NOTHING
    }

    private final HttpServer server;
    private final KeyPair rootKeys = Crypto.keys();
    private final KeyPair stampKeys = Crypto.keys();
    private final KeyPair others = Crypto.keys();
    private final X509Certificate root;
    private final X509Certificate stamp;
    private final AtomicInteger lists = new AtomicInteger();
    private volatile Says says = Says.LIST;

    public OutsideAuthority() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        root = certificate("CN=Outside Root", 1, rootKeys, null);
        stamp = certificate("CN=Outside Stamps", 2, stampKeys, address("/list.crl"));
        server.createContext("/tsa", exchange -> answer(exchange, stamped(exchange)));
        server.createContext(
                "/list.crl",
                exchange -> {
                    lists.incrementAndGet();
                    answer(exchange, list());
                });
        server.start();
    }

    /** From now on. */
    public void say(Says what) {
        says = what;
    }

    /** How often somebody asked for the list. */
    public int asked() {
        return lists.get();
    }

    public X509Certificate root() {
        return root;
    }

    public X509Certificate stamp() {
        return stamp;
    }

    /**
     * A portal's seal with these time-stamps.
     *
     * @param trusting whether this root must stand above them
     */
    public Seal seal(Path folder, boolean trusting, Clock clock) throws Exception {
        Path pem = folder.resolve("outside.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(root.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        var configuration =
                Map.of(
                        "portal.data", folder.toString(),
                        "portal.tsa.urls", address("/tsa"),
                        "portal.tsa.trust", trusting ? pem.toString() : "");
        return new Seal(
                SealSettings.read(name -> Optional.ofNullable(configuration.get(name))), clock);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private X509Certificate certificate(String name, long number, KeyPair keys, String list)
            throws Exception {
        boolean authority = list == null;
        var now = Instant.now();
        var builder =
                new JcaX509v3CertificateBuilder(
                        new X500Principal("CN=Outside Root"),
                        BigInteger.valueOf(number),
                        Date.from(now.minus(Duration.ofDays(400))),
                        Date.from(now.plus(Duration.ofDays(authority ? 9000 : 5000))),
                        new X500Principal(name),
                        keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(
                        authority
                                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                : KeyUsage.digitalSignature));
        if (!authority) {
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    true,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            builder.addExtension(
                    Extension.cRLDistributionPoints,
                    false,
                    new CRLDistPoint(
                            new DistributionPoint[] {
                                new DistributionPoint(
                                        new DistributionPointName(
                                                new GeneralNames(
                                                        new GeneralName(
                                                                GeneralName
                                                                        .uniformResourceIdentifier,
                                                                list))),
                                        null,
                                        null)
                            }));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(Crypto.signer(rootKeys.getPrivate(), Crypto.CURVES)));
    }

    private byte[] stamped(HttpExchange exchange) throws IOException {
        try {
            return OutsideStamps.answer(
                    stampKeys.getPrivate(),
                    stamp,
                    new TimeStampRequest(exchange.getRequestBody()),
                    Instant.now(),
                    List.of(stamp, root));
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private byte[] list() throws IOException {
        var now = Instant.now();
        var list =
                new X509v2CRLBuilder(
                        X500Name.getInstance(root.getSubjectX500Principal().getEncoded()),
                        Date.from(now.minusSeconds(60)));
        list.setNextUpdate(Date.from(now.plus(Duration.ofDays(7))));
        if (says == Says.REVOKED) {
            list.addCRLEntry(
                    stamp.getSerialNumber(),
                    Date.from(now.minus(Duration.ofDays(30))),
                    CRLReason.keyCompromise);
        }
        try {
            return switch (says) {
                case LIST, REVOKED ->
                        list.build(Crypto.signer(rootKeys.getPrivate(), Crypto.CURVES))
                                .getEncoded();
                case ANOTHERS ->
                        list.build(Crypto.signer(others.getPrivate(), Crypto.CURVES)).getEncoded();
                case GARBAGE -> new byte[] {1, 2, 3};
                case NOTHING -> null;
            };
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /**
     * @param bytes null is HTTP 503
     */
    private static void answer(HttpExchange exchange, byte[] bytes) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(bytes == null ? 503 : 200, bytes == null ? -1 : 0);
            if (bytes != null) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
