package org.preceptorportal.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import org.bouncycastle.operator.OperatorCreationException;
import org.preceptorportal.seal.SealNotPossible.Reason;

/**
 * A PKCS#11 token with the authorities' keys, which are made within it and cannot be taken out. An
 * empty token is given authorities on first use. Those of a key store in the folder stay trusted as
 * former ones: it was used before the token.
 */
class KeyToken implements Keys {
    /** How soon a roll-over that another process made is noticed. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /**
     * How the token is reached.
     *
     * @param library file of the token's PKCS#11 library
     * @param slot number of the slot; null: the first one
     * @param pin of the user
     */
    record Access(String library, String slot, char[] pin) {
        Access {
            // Goes into a line of SunPKCS11's configuration.
            if (library.isBlank() || library.chars().anyMatch(c -> c < ' ' || c == '"')) {
                throw new IllegalArgumentException(
                        "portal.pkcs11.library must be the path of a PKCS#11 library");
            }
            if (slot != null && !slot.matches("\\d{1,20}")) {
                throw new IllegalArgumentException("portal.pkcs11.slot must be a number: " + slot);
            }
        }

        /** SunPKCS11's own language; keys are made for signing only, and never leave the token. */
        private String configuration() {
            return """
            --name = portal
            library = "%s"
            %s
            attributes(generate, CKO_PRIVATE_KEY, *) = {
              CKA_PRIVATE = true
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
              CKA_SIGN = true
            }
            """
                    .formatted(
                            library.replace("\\", "\\\\"),
                            slot == null ? "slotListIndex = 0" : "slot = " + slot);
        }
    }

    private final Access access;
    private final KeyFolder folder;
    private final Clock clock;
    private Provider provider;

    /**
     * @param folder where nodes that share the token lock each other out, and where a key store may
     *     be that was in use before
     */
    KeyToken(Access access, KeyFolder folder, Clock clock) {
        this.access = access;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Authority open() {
        try {
            var ring = ring();
            if (ring.empty()) {
                ring = found();
            }
            var authority = ring.read();
            return folder.founded() ? authority.after(folder.open()) : authority;
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | ProviderException e) {
            throw unusable(e);
        }
    }

    @Override
    public Object state() {
        return clock.instant().getEpochSecond() / FRESH.toSeconds();
    }

    @Override
    public boolean readable() {
        try {
            return !ring().empty();
        } catch (IOException | GeneralSecurityException | ProviderException e) {
            return false;
        }
    }

    /**
     * Former signing keys stay in the token, unused: SunPKCS11 would drop certificates with them.
     */
    @Override
    public void roll(boolean withRoot) {
        try (var alone = folder.alone()) {
            var ring = ring();
            if (ring.empty()) {
                throw new SealNotPossible(Reason.NO_KEYS, "The token has no authority yet");
            }
            ring.roll(clock.instant(), withRoot);
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | ProviderException e) {
            throw unusable(e);
        }
    }

    private KeyRing found()
            throws IOException, GeneralSecurityException, OperatorCreationException {
        try (var alone = folder.alone()) {
            var ring = ring();
            if (ring.empty()) {
                ring.found(clock.instant());
            }
            return ring;
        }
    }

    private KeyRing ring() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS11", provider());
        store.load(null, access.pin());
        return new KeyRing(store, null, provider());
    }

    private synchronized Provider provider() throws GeneralSecurityException {
        if (provider == null) {
            var bare = Security.getProvider("SunPKCS11");
            if (bare == null) {
                throw new GeneralSecurityException("This Java has no provider SunPKCS11");
            }
            try {
                provider = bare.configure(access.configuration());
            } catch (InvalidParameterException e) {
                throw new GeneralSecurityException("The PKCS#11 library cannot be used", e);
            }
        }
        return provider;
    }

    private SealNotPossible unusable(Exception e) {
        return new SealNotPossible(Reason.NO_KEYS, "The PKCS#11 token is unusable", e);
    }
}
