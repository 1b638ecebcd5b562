package org.preceptorportal.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bouncycastle.operator.OperatorCreationException;
import org.preceptorportal.seal.Authority.RootKey;

/**
 * The entries of a key store, be it a file or a token: {@code root}, {@code issuing} and {@code
 * time-stamp}, then {@code issuing-2}, {@code time-stamp-2} and so on, and {@code root-2} where the
 * root was rolled over too.
 */
final class KeyRing {
    static final Duration ROOT_LIFE = Duration.ofDays(30 * 365);
    static final Duration LIFE = Duration.ofDays(10 * 365);

    private static final String ROOT = "root";
    private static final String ISSUING = "issuing";
    private static final String TIME_STAMP = "time-stamp";
    private static final Pattern NUMBERED = Pattern.compile("([a-z-]+?)(?:-(\\d{1,4}))?");

    private final KeyStore store;
    private final char[] password;
    private final Provider provider;

    /**
     * @param password of each key; null where the store asks for none
     * @param provider makes and uses the keys
     */
    KeyRing(KeyStore store, char[] password, Provider provider) {
        this.store = store;
        this.password = password;
        this.provider = provider;
    }

    /** Whether nobody has founded an authority here. */
    boolean empty() throws GeneralSecurityException {
        return generations().isEmpty();
    }

    /** All generations, newest first. */
    Authority read() throws GeneralSecurityException {
        var generations = generations();
        if (generations.isEmpty()) {
            throw new GeneralSecurityException(
                    "The key store needs the entries root, issuing and time-stamp");
        }
        var newest = generations.lastKey();
        var all = new ArrayList<>(generations.values());
        Collections.reverse(all);
        return new Authority(
                all,
                key(alias(ISSUING, newest)),
                key(alias(TIME_STAMP, newest)),
                provider,
                roots());
    }

    /** Founds the first root with its issuer and time-stamper. */
    void found(Instant now)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        next(newRoot(now), now);
    }

    /**
     * Begins a new generation. Former signing keys are of no use any more and go, where the store
     * can part with them.
     *
     * @param withRoot under a new root, which verifiers must then be given
     */
    void roll(Instant now, boolean withRoot)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var roots = roots();
        if (roots.isEmpty() && !withRoot) {
            throw new GeneralSecurityException("no root has its key");
        }
        next(withRoot ? newRoot(now) : roots.get(roots.size() - 1), now);
    }

    /** Takes the signing keys of all generations but the newest out, and leaves certificates. */
    void forgetFormerKeys() throws GeneralSecurityException {
        var generations = generations();
        for (var former : generations.headMap(generations.lastKey()).entrySet()) {
            leaveCertificate(alias(ISSUING, former.getKey()), former.getValue().issuing());
            leaveCertificate(alias(TIME_STAMP, former.getKey()), former.getValue().timeStamp());
        }
    }

    private void leaveCertificate(String alias, X509Certificate certificate)
            throws GeneralSecurityException {
        store.deleteEntry(alias);
        store.setCertificateEntry(alias, certificate);
    }

    private RootKey newRoot(Instant now)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var number = free(ROOT);
        var keys = Crypto.keys(provider);
        var certificate =
                Authority.root(
                        keys.getPublic(),
                        keys.getPrivate(),
                        provider,
                        number,
                        dayBefore(now),
                        now.plus(ROOT_LIFE));
        put(alias(ROOT, number), keys, certificate);
        return new RootKey(certificate, keys.getPrivate(), provider);
    }

    private void next(RootKey root, Instant now)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var number = Math.max(free(ISSUING), free(TIME_STAMP));
        var rootEnd = root.certificate().getNotAfter().toInstant();
        var until = now.plus(LIFE).isBefore(rootEnd) ? now.plus(LIFE) : rootEnd;
        var from = dayBefore(now);
        var stampKeys = Crypto.keys(provider);
        put(
                alias(TIME_STAMP, number),
                stampKeys,
                Authority.timeStamp(root, stampKeys.getPublic(), number, from, until));
        // The issuer last: a generation counts once it is whole.
        var keys = Crypto.keys(provider);
        put(
                alias(ISSUING, number),
                keys,
                Authority.issuing(root, keys.getPublic(), number, from, until));
    }

    /** A verifier's clock may be behind ours. */
    private static Instant dayBefore(Instant now) {
        return now.minus(Duration.ofDays(1));
    }

    /** Alone, not with its chain: a token would keep each certificate above it once more. */
    private void put(String alias, KeyPair keys, X509Certificate certificate)
            throws GeneralSecurityException {
        store.setKeyEntry(alias, keys.getPrivate(), password, new Certificate[] {certificate});
    }

    private TreeMap<Integer, Generation> generations() throws GeneralSecurityException {
        var roots = certificates(ROOT);
        var issuing = certificates(ISSUING);
        var timeStamps = certificates(TIME_STAMP);
        var whole = new TreeMap<Integer, Generation>();
        for (var issuer : issuing.entrySet()) {
            var timeStamp = timeStamps.get(issuer.getKey());
            var root =
                    roots.values().stream()
                            .filter(r -> Crypto.certified(issuer.getValue(), r.getPublicKey()))
                            .findFirst();
            if (timeStamp != null && root.isPresent()) {
                whole.put(
                        issuer.getKey(), new Generation(root.get(), issuer.getValue(), timeStamp));
            }
        }
        return whole;
    }

    /** Oldest first. */
    private List<RootKey> roots() throws GeneralSecurityException {
        var roots = new ArrayList<RootKey>();
        for (var root : certificates(ROOT).entrySet()) {
            if (store.isKeyEntry(alias(ROOT, root.getKey()))) {
                roots.add(new RootKey(root.getValue(), key(alias(ROOT, root.getKey())), provider));
            }
        }
        return roots;
    }

    private TreeMap<Integer, X509Certificate> certificates(String kind)
            throws GeneralSecurityException {
        var found = new TreeMap<Integer, X509Certificate>();
        for (var alias : Collections.list(store.aliases())) {
            var parts = NUMBERED.matcher(alias.toLowerCase(Locale.ROOT));
            if (parts.matches() && parts.group(1).equals(kind)) {
                var number = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
                found.put(number, (X509Certificate) store.getCertificate(alias));
            }
        }
        return found;
    }

    private int free(String kind) throws GeneralSecurityException {
        var taken = certificates(kind);
        return taken.isEmpty() ? 1 : taken.lastKey() + 1;
    }

    private PrivateKey key(String alias) throws GeneralSecurityException {
        if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("The key store has no key " + alias);
        }
        return key;
    }

    private static String alias(String kind, int number) {
        return number == 1 ? kind : kind + "-" + number;
    }
}
