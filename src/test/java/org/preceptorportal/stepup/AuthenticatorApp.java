package org.preceptorportal.stepup;

import java.time.Instant;
import org.bouncycastle.util.encoders.Base32;

/** What a telephone does with the secret that somebody typed. */
public final class AuthenticatorApp {
    private final byte[] secret;

    /**
     * @param typed in groups, as the page shows it
     */
    public AuthenticatorApp(String typed) {
        secret = Base32.decode(typed.replace(" ", ""));
    }

    /** What it shows now. */
    public String code() {
        return Totp.code(secret, Totp.step(Instant.now()));
    }

    /** What it shows half a minute later. */
    public String nextCode() {
        return Totp.code(secret, Totp.step(Instant.now()) + 1);
    }
}
