package org.preceptorportal.seal;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks authorities outside the portal by HTTP; follows no redirection. */
final class Outside {
    /** Made with the first question: it reads the certificates of all the world's authorities. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Outside() {}

    /**
     * The answer, whatever its status.
     *
     * @param longest body in bytes
     * @param patience from connecting to the last byte: a request's own timeout ends with the
     *     headers, and a trickling body must not hold us
     */
    static HttpResponse<byte[]> ask(HttpRequest question, int longest, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        var exchange = CLIENT.sendAsync(question, head -> new CappedBody(longest));
        try {
            return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw e;
        }
    }
}
