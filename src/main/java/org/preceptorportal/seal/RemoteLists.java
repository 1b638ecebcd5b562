package org.preceptorportal.seal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * The revocation lists of outside time-stamp authorities, from the addresses that their
 * certificates name. Whether a list holds is for who uses it.
 */
class RemoteLists {
    private static final System.Logger LOG = System.getLogger(RemoteLists.class.getName());

    /** It goes into each archive file; public authorities' lists for time-stamps have some KB. */
    private static final int LONGEST = 1_000_000;

    /** A night lifts thousands of letters under a handful of lists. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** An address that was silent is not asked by each letter again. */
    private static final Duration SILENT = Duration.ofMinutes(10);

    /**
     * @param list null when the address did not answer well
     */
    private record Answer(byte[] list, Instant until) {}

    private final Duration patience;
    private final Clock clock;
    private final Map<URI, Answer> answers = new ConcurrentHashMap<>();

    /**
     * @param patience for each address, from connecting to the last byte
     */
    RemoteLists(Duration patience, Clock clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * @return the list in DER; empty when the certificate names no address of one
     * @throws IOException when it names some, and none of them answers well
     */
    Optional<byte[]> of(X509Certificate certificate) throws IOException {
        var addresses = addresses(certificate);
        for (var address : addresses) {
            var answer = answer(address);
            if (answer.list() != null) {
                return Optional.of(answer.list());
            }
        }
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        throw new IOException(
                "No revocation list of a time-stamp authority from " + addresses.get(0).getHost());
    }

    private Answer answer(URI address) throws IOException {
        var known = answers.get(address);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known;
        }
        var list = fetched(address);
        var answer = new Answer(list, clock.instant().plus(list == null ? SILENT : KEPT));
        answers.put(address, answer);
        return answer;
    }

    private byte[] fetched(URI address) throws IOException {
        try {
            var response =
                    Outside.ask(HttpRequest.newBuilder(address).GET().build(), LONGEST, patience);
            if (response.statusCode() == 200) {
                return response.body();
            }
            LOG.log(
                    System.Logger.Level.WARNING,
                    "No revocation list from {0}: HTTP status {1}",
                    address.getHost(),
                    response.statusCode());
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "No revocation list from {0}: {1}",
                    address.getHost(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for a revocation list", e);
        }
        return null;
    }

    /** Where its revocation lists are, by HTTP (RFC 5280, 4.2.1.13). */
    private static List<URI> addresses(X509Certificate certificate) throws IOException {
        var value = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
        var all = new ArrayList<URI>();
        if (value == null) {
            return all;
        }
        try {
            var points =
                    CRLDistPoint.getInstance(ASN1OctetString.getInstance(value).getOctets())
                            .getDistributionPoints();
            for (DistributionPoint point : points) {
                var where = point.getDistributionPoint();
                if (where == null || where.getType() != DistributionPointName.FULL_NAME) {
                    continue;
                }
                for (GeneralName name : GeneralNames.getInstance(where.getName()).getNames()) {
                    if (name.getTagNo() == GeneralName.uniformResourceIdentifier
                            && name.getName().toString().matches("(?i)https?://.+")) {
                        all.add(URI.create(name.getName().toString()));
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("A certificate's revocation addresses cannot be read", e);
        }
        return all;
    }
}
