package org.preceptorportal.stepup;

import java.util.Locale;
import org.preceptorportal.shell.Refusal;

/** What was typed does not prove anything. */
public class SigningCodeRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    SigningCodeRefused(Verdict why) {
        super("stepup", "refused.code." + why.name().toLowerCase(Locale.ROOT));
    }

    /** The same for an app's code. */
    static SigningCodeRefused ofApp(Verdict why) {
        return new SigningCodeRefused("refused.app." + why.name().toLowerCase(Locale.ROOT));
    }

    private SigningCodeRefused(String key) {
        super("stepup", key);
    }
}
