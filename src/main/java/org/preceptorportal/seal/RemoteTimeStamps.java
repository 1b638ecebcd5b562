package org.preceptorportal.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.preceptorportal.seal.SealNotPossible.Reason;

/**
 * Outside time-stamp authorities, asked in the given order until one answers well. An answer that
 * does not hold is no answer: the next one is asked.
 */
class RemoteTimeStamps implements TimeStamps {
    private static final System.Logger LOG = System.getLogger(RemoteTimeStamps.class.getName());

    /**
     * The one-use certificate's time is bounded so tightly; a clock this far off is a wrong one.
     */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** Public authorities' answers have 3 to 8 KB. */
    private static final int LONGEST_ANSWER = 65_536;

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Whom to ask, and what holds.
     *
     * @param urls in this order
     * @param patience for each of them, from connecting to the last byte
     * @param policy under which they must stamp; null: theirs
     * @param anchors one of which must stand at the top of their chain; empty: any chain that holds
     */
    record Rules(List<URI> urls, Duration patience, String policy, List<X509Certificate> anchors) {
        Rules {
            urls = List.copyOf(urls);
            anchors = List.copyOf(anchors);
            for (var url : urls) {
                if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
                    throw new IllegalArgumentException(
                            "portal.tsa.urls needs http or https addresses: " + url);
                }
            }
            if (policy != null) {
                ASN1ObjectIdentifier.tryFromID(policy);
            }
        }
    }

    private final Rules rules;
    private final Clock clock;

    RemoteTimeStamps(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public TimeStampToken over(byte[] imprint) {
        var nothing =
                new SealNotPossible(Reason.NO_TIME_STAMP, "No time-stamp authority answered well");
        for (var authority : rules.urls()) {
            try {
                return ask(authority, imprint);
            } catch (IOException
                    | TSPException
                    | GeneralSecurityException
                    | OperatorCreationException
                    | ExecutionException
                    | TimeoutException
                    | RuntimeException e) {
                // Bytes from outside may break any parser.
                LOG.log(
                        System.Logger.Level.WARNING,
                        "No time-stamp from {0}: {1}",
                        authority.getHost(),
                        e);
                nothing.addSuppressed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SealNotPossible(
                        Reason.NO_TIME_STAMP, "Interrupted while waiting for a time-stamp", e);
            }
        }
        throw nothing;
    }

    private TimeStampToken ask(URI authority, byte[] imprint)
            throws IOException,
                    TSPException,
                    GeneralSecurityException,
                    OperatorCreationException,
                    InterruptedException,
                    ExecutionException,
                    TimeoutException {
        var questions = new TimeStampRequestGenerator();
        questions.setCertReq(true);
        if (rules.policy() != null) {
            questions.setReqPolicy(new ASN1ObjectIdentifier(rules.policy()));
        }
        var question =
                questions.generate(TSPAlgorithms.SHA256, imprint, new BigInteger(64, RANDOM));
        var request =
                HttpRequest.newBuilder(authority)
                        .header("Content-Type", "application/timestamp-query")
                        .header("Accept", "application/timestamp-reply")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(question.getEncoded()))
                        .build();
        var response = Outside.ask(request, LONGEST_ANSWER, rules.patience());
        if (response.statusCode() != 200) {
            throw new IOException("HTTP status " + response.statusCode());
        }
        var answer = new TimeStampResponse(response.body());
        // Compares status, imprint, nonce and the policy that was asked for.
        answer.validate(question);
        var token = answer.getTimeStampToken();
        if (token == null) {
            throw new TSPException("no token: " + answer.getStatusString());
        }
        mustHold(token);
        return token;
    }

    private void mustHold(TimeStampToken token)
            throws TSPException, GeneralSecurityException, OperatorCreationException {
        var brought = token.getCertificates();
        var found = brought.getMatches(token.getSID()).iterator();
        if (!found.hasNext()) {
            throw new TSPException("the token does not bring its certificate");
        }
        var stamper =
                new JcaX509CertificateConverter()
                        .getCertificate((X509CertificateHolder) found.next());
        // Also: the certificate was valid then, and is for time-stamps only (RFC 3161, 2.3).
        token.validate(Crypto.verifier(stamper));
        var at = token.getTimeStampInfo().getGenTime();
        if (Duration.between(clock.instant(), at.toInstant()).abs().compareTo(TOLERANCE) > 0) {
            throw new TSPException("the time-stamp says " + at.toInstant());
        }
        if (rules.anchors().isEmpty()) {
            StampChain.follow(stamper, brought, at);
        } else {
            StampChain.mustEndAt(rules.anchors(), stamper, brought, at);
        }
    }
}
