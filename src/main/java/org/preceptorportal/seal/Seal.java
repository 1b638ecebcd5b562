package org.preceptorportal.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.eclipse.microprofile.config.Config;
import org.preceptorportal.revision.Broken;
import org.preceptorportal.revision.SignedFile;
import org.preceptorportal.seal.SealNotPossible.Reason;

/** The portal's seal; its configuration is described at {@link SealSettings}. */
@ApplicationScoped
public class Seal {
    private static final System.Logger LOG = System.getLogger(Seal.class.getName());

    // PDF/A-2 allows no string longer than 32,767 bytes (ISO 19005-2, 6.1.13).
    static final int RESERVE = 16_384;

    /** How long before their end authorities are to be rolled over. */
    private static final Duration AHEAD = Duration.ofDays(365);

    private final Keys keys;
    private final TimeStamps outside;
    private final RemoteLists lists;
    private final List<X509Certificate> anchors;
    private final Clock clock;
    private Authority authority;
    private volatile Trust trust;
    private Object state;

    @Inject
    public Seal(Config configuration, Clock clock) {
        this(SealSettings.read(name -> configuration.getOptionalValue(name, String.class)), clock);
    }

    /**
     * A seal with our own time-stamps.
     *
     * @param folder where the key store is or will be made
     * @param password null: a random one is kept in the folder
     */
    public Seal(Path folder, char[] password, Clock clock) {
        this(SealSettings.plain(folder, password, List.of()), clock);
    }

    Seal(SealSettings settings, Clock clock) {
        this.keys = settings.keys(clock);
        var rules = settings.outside();
        this.outside = rules == null ? null : new RemoteTimeStamps(rules, clock);
        this.lists = rules == null ? null : new RemoteLists(rules.patience(), clock);
        this.anchors = rules == null ? List.of() : rules.anchors();
        this.clock = clock;
    }

    /** For the container's proxy only. */
    protected Seal() {
        this.keys = null;
        this.outside = null;
        this.lists = null;
        this.anchors = List.of();
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

    /**
     * Signs what the portal itself states, with the portal's own time-stamp: what it says at night
     * must not wait for others.
     */
    byte[] state(byte[] statement) {
        return sign(statement, null, ownTimeStamps());
    }

    /** Judges a signature of the portal itself over a statement. */
    Verdict verifyStatement(byte[] statement, byte[] cms) {
        return new Examination(trust()).ofStatement(statement, cms);
    }

    private byte[] sign(byte[] signedBytes, Signatory who, TimeStamps timeStamps) {
        var envelope = new Envelope(authority(), timeStamps);
        var cms = envelope.around(signedBytes, envelope.key(who, clock.instant()));
        need(who == null ? verifyStatement(signedBytes, cms) : verify(signedBytes, cms));
        return cms;
    }

    /**
     * The same as {@link #sign}, in parts, for a caller who has other things to do meanwhile.
     *
     * @throws SealNotPossible if there are no authorities
     */
    public Sealing begin(Signatory who) {
        return new Sealing(
                new Envelope(authority(), outside == null ? ownTimeStamps() : outside),
                who,
                clock.instant(),
                this::verify);
    }

    static void need(Verdict verdict) {
        if (!verdict.intact()) {
            throw new SealNotPossible(
                    Reason.FAULT, "The new signature does not verify: " + verdict.fault());
        }
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

    /**
     * Whether the last signature of a finished file is this one, over these bytes and to the file's
     * end. What {@link #sign} has judged needs no second judgment then, which would cost as much as
     * signing.
     */
    public boolean holds(byte[] pdf, byte[] signedBytes, byte[] cms) {
        try {
            var ranges = SignedFile.read(pdf).ranges();
            var last = ranges.get(ranges.size() - 1);
            var contents = last.contents();
            return last.end() == pdf.length
                    && cms.length <= contents.length
                    && Arrays.equals(last.signedBytes(), signedBytes)
                    && Arrays.equals(contents, Arrays.copyOf(cms, contents.length));
        } catch (Broken e) {
            return false;
        }
    }

    /** Whom our own verification believes. */
    public Trust trust() {
        authority();
        return trust;
    }

    /**
     * The certificates a verifier must trust, of all generations, newest first: root, issuing,
     * time-stamp, and again. Seals made before a roll-over need the ones of their time.
     */
    public List<X509Certificate> authorities() {
        return certificates(authority());
    }

    private static List<X509Certificate> certificates(Authority authority) {
        return authority.generations().stream()
                .flatMap(generation -> generation.certificates().stream())
                .distinct()
                .toList();
    }

    /**
     * A time-stamp (RFC 3161) over a digest, from the same authorities as those of seals.
     *
     * @param imprint SHA-256 digest
     * @return the token in DER
     * @throws SealNotPossible if there is none to be had
     */
    public byte[] timeStamp(byte[] imprint) {
        try {
            return (outside == null ? ownTimeStamps() : outside).over(imprint).getEncoded();
        } catch (IOException e) {
            throw new SealNotPossible(Reason.NO_TIME_STAMP, "The time-stamp is unusable", e);
        }
    }

    /** The time that a time-stamp over these bytes proves; empty if it proves none. */
    public Optional<Instant> stampedAt(byte[] content, byte[] token) {
        try {
            return Optional.of(new Examination(trust()).stamped(content, token));
        } catch (Broken e) {
            return Optional.empty();
        }
    }

    /**
     * Fresh revocation lists of our roots, for verifiers who trust nothing but the roots.
     *
     * @throws SealNotPossible if they cannot be signed
     */
    public List<X509CRL> revocationLists() {
        try {
            return authority().revocationLists(clock.instant());
        } catch (GeneralSecurityException
                | IOException
                | OperatorCreationException
                | ProviderException
                | RuntimeOperatorException e) {
            throw new SealNotPossible(Reason.NO_KEYS, "No revocation list could be signed", e);
        }
    }

    /**
     * The revocation list that an outside time-stamp authority's certificate points to. Nothing is
     * fetched unless outside authorities are configured.
     *
     * @return in DER; empty when it points to none
     * @throws IOException when it does, and none of the addresses answers well
     */
    public Optional<byte[]> outsideList(X509Certificate certificate) throws IOException {
        return lists == null ? Optional.empty() : lists.of(certificate);
    }

    /** The certificates one of which must stand above outside time-stamps, if configured. */
    public List<X509Certificate> outsideAnchors() {
        return anchors;
    }

    /**
     * Proves that signing works: signs and verifies random bytes. Outside time-stamp authorities
     * are not asked, so that this may be called every few seconds.
     *
     * @throws SealNotPossible if it does not
     */
    public void check() {
        var ownTimeStamps = ownTimeStamps();
        if (!keys.readable()) {
            throw new SealNotPossible(Reason.NO_KEYS, "The key store cannot be read any more");
        }
        var nonce = new byte[32];
        new SecureRandom().nextBytes(nonce);
        sign(nonce, new Signatory("Self-test", "Preceptor Portal"), ownTimeStamps);
    }

    /** Whether there are authorities already: reading them otherwise founds them. */
    boolean founded() {
        return keys.readable();
    }

    /**
     * Begins a new generation of authorities. The ones before stay trusted for what they signed;
     * every node seals with the new one within a minute.
     *
     * @param withRoot under a new root, which verifiers must then be given
     * @throws SealNotPossible if nothing was changed
     */
    public void roll(boolean withRoot) {
        keys.roll(withRoot);
        synchronized (this) {
            state = null;
        }
    }

    /**
     * What somebody should do about the authorities' age, as one sentence; mostly nothing. A
     * generation is to be rolled over in its last year; a root once it would not outlive another
     * generation by that.
     */
    public Optional<String> advice() {
        var known = authority();
        var now = clock.instant();
        var end = known.issuing().getNotAfter().toInstant();
        var rootEnd = known.root().getNotAfter().toInstant();
        if (now.isAfter(rootEnd.minus(KeyRing.LIFE).minus(AHEAD))) {
            return Optional.of(
                    "The root certificate ends on %s: ./portal seal roll --root"
                            .formatted(day(rootEnd)));
        }
        if (now.isAfter(end.minus(AHEAD))) {
            return Optional.of(
                    "The signing authorities end on %s: ./portal seal roll".formatted(day(end)));
        }
        return Optional.empty();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private TimeStamps ownTimeStamps() {
        return new OwnTimeStamps(authority(), clock);
    }

    /** Read anew when it changed; what was read last serves on if that fails. */
    private synchronized Authority authority() {
        var now = keys.state();
        // Gone is not new: one that is no longer there must not be founded a second time (SE-5).
        if (authority == null || !now.equals(state) && keys.readable()) {
            try {
                authority = keys.open();
                trust = new Trust(certificates(authority), outside != null);
                state = keys.state();
            } catch (SealNotPossible e) {
                if (authority == null) {
                    throw e;
                }
                LOG.log(System.Logger.Level.ERROR, "The authorities cannot be read anew", e);
                state = now;
            }
        }
        return authority;
    }
}
