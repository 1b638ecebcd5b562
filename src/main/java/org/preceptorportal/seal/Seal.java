package org.preceptorportal.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The portal's seal. Configuration: {@code portal.data} (the keys are in its folder {@code seal}),
 * {@code portal.seal.password} (default: a random one kept beside the keys), {@code
 * portal.tsa.urls} (outside time-stamp authorities, comma separated; default: our own). Without it
 * seals with an outside time-stamp are not accepted: leave it set as long as such seals are to be
 * verified.
 */
@ApplicationScoped
public class Seal {
    // PDF/A-2 allows no string longer than 32,767 bytes (ISO 19005-2, 6.1.13).
    private static final int RESERVE = 16_384;

    private final KeyFolder folder;
    private final TimeStamps outside;
    private final Clock clock;
    private Authority authority;

    @Inject
    public Seal(
            @ConfigProperty(name = "portal.data", defaultValue = "data") String data,
            @ConfigProperty(name = "portal.seal.password") Optional<String> password,
            @ConfigProperty(name = "portal.tsa.urls") Optional<String> timeStampUrls,
            Clock clock) {
        this(
                Path.of(data, "seal"),
                password.map(String::toCharArray).orElse(null),
                // Payara 6 cannot inject an optional list.
                timeStampUrls.stream()
                        .flatMap(Pattern.compile("[,\\s]+")::splitAsStream)
                        .filter(url -> !url.isEmpty())
                        .map(URI::create)
                        .toList(),
                clock);
    }

    /**
     * A seal with our own time-stamps.
     *
     * @param folder where the key store is or will be made
     * @param password null: a random one is kept in the folder
     */
    public Seal(Path folder, char[] password, Clock clock) {
        this(folder, password, List.of(), clock);
    }

    Seal(Path folder, char[] password, List<URI> timeStampUrls, Clock clock) {
        this.folder = new KeyFolder(folder, password, clock);
        this.outside = timeStampUrls.isEmpty() ? null : new RemoteTimeStamps(timeStampUrls);
        this.clock = clock;
    }

    /** For the container's proxy only. */
    protected Seal() {
        this.folder = null;
        this.outside = null;
        this.clock = null;
    }

    /** Bytes to reserve for the signature in a PDF's {@code /Contents}. */
    public int reserve() {
        return RESERVE;
    }

    /**
     * Signs with a fresh key and a time-stamp.
     *
     * @param signedBytes the PDF's bytes but for the value of {@code /Contents}
     * @return detached CMS in DER, at most {@link #reserve()} bytes
     * @throws SealNotPossible if nothing was signed
     */
    public byte[] sign(byte[] signedBytes, Signatory who) {
        return sign(signedBytes, who, outside == null ? ownTimeStamps() : outside);
    }

    private byte[] sign(byte[] signedBytes, Signatory who, TimeStamps timeStamps) {
        var cms = new Envelope(authority(), timeStamps).around(signedBytes, who, clock.instant());
        if (cms.length > RESERVE) {
            throw new SealNotPossible("The signature needs " + cms.length + " bytes");
        }
        var verdict = verify(signedBytes, cms);
        if (!verdict.intact()) {
            throw new SealNotPossible("The new signature does not verify: " + verdict.fault());
        }
        return cms;
    }

    /** Judges a signature over bytes. */
    public Verdict verify(byte[] signedBytes, byte[] cms) {
        return new Examination(trust()).of(signedBytes, cms);
    }

    /**
     * Judges a finished file with one or several of our signatures: intact only if they cover all
     * of it, but for archive material behind them (ADR 0019).
     */
    public Verdict verify(byte[] pdf) {
        return new Examination(trust()).of(pdf);
    }

    /** Whom our own verification believes. */
    public Trust trust() {
        return new Trust(authorities(), outside != null);
    }

    /** The certificates a verifier must trust: root, issuing, time-stamp. */
    public List<X509Certificate> authorities() {
        var known = authority();
        return List.of(known.root(), known.issuing(), known.timeStamp());
    }

    /**
     * Proves that signing works: signs and verifies random bytes. Outside time-stamp authorities
     * are not asked, so that this may be called every few seconds.
     *
     * @throws SealNotPossible if it does not
     */
    public void check() {
        var ownTimeStamps = ownTimeStamps();
        if (!folder.readable()) {
            throw new SealNotPossible("The key store cannot be read any more");
        }
        var nonce = new byte[32];
        new SecureRandom().nextBytes(nonce);
        sign(nonce, new Signatory("Self-test", "Preceptor Portal"), ownTimeStamps);
    }

    private TimeStamps ownTimeStamps() {
        return new OwnTimeStamps(authority(), clock);
    }

    private synchronized Authority authority() {
        if (authority == null) {
            authority = folder.open();
        }
        return authority;
    }
}
