package org.preceptorportal.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Outside time-stamp authorities, asked in the given order until one answers well. */
class RemoteTimeStamps implements TimeStamps {
    private static final System.Logger LOG = System.getLogger(RemoteTimeStamps.class.getName());
    private static final int PATIENCE_SECONDS = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<URI> authorities;
    private final HttpClient client = HttpClient.newHttpClient();

    RemoteTimeStamps(List<URI> authorities) {
        this.authorities = List.copyOf(authorities);
    }

    @Override
    public TimeStampToken over(byte[] imprint) {
        var nothing = new SealNotPossible("No time-stamp authority answered");
        for (var authority : authorities) {
            try {
                return ask(authority, imprint);
            } catch (IOException | TSPException | ExecutionException | TimeoutException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "No time-stamp from {0}: {1}",
                        authority.getHost(),
                        e);
                nothing.addSuppressed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SealNotPossible("Interrupted while waiting for a time-stamp", e);
            }
        }
        throw nothing;
    }

    private TimeStampToken ask(URI authority, byte[] imprint)
            throws IOException,
                    TSPException,
                    InterruptedException,
                    ExecutionException,
                    TimeoutException {
        var questions = new TimeStampRequestGenerator();
        questions.setCertReq(true);
        var question =
                questions.generate(TSPAlgorithms.SHA256, imprint, new BigInteger(64, RANDOM));
        var request =
                HttpRequest.newBuilder(authority)
                        .header("Content-Type", "application/timestamp-query")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(question.getEncoded()))
                        .build();
        // The request's own timeout would end with the headers; a trickling body must not hold us.
        var exchange = client.sendAsync(request, BodyHandlers.ofByteArray());
        var response = patiently(exchange);
        if (response.statusCode() != 200) {
            throw new IOException("HTTP status " + response.statusCode());
        }
        var answer = new TimeStampResponse(response.body());
        // Compares status, imprint and nonce; the seal's verification checks the signature.
        answer.validate(question);
        if (answer.getTimeStampToken() == null) {
            throw new TSPException("no token: " + answer.getStatusString());
        }
        return answer.getTimeStampToken();
    }

    private static <T> T patiently(CompletableFuture<T> exchange)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return exchange.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw e;
        }
    }
}
