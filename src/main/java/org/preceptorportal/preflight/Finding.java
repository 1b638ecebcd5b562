package org.preceptorportal.preflight;

import java.util.List;
import java.util.Locale;

/**
 * What preflight says about one item.
 *
 * @param item what was looked at
 * @param key of the sentence in the room's bundle: what is so, and what to do
 */
public record Finding(Item item, Outcome outcome, String key, List<Object> arguments) {
    /** What is looked at. */
    public enum Item {
        SIZE,
        PAGES,
        PAGE_SIZE,
        SIGNATURE,
        FORM,
        ENCRYPTION,
        SCRIPT,
        ATTACHMENT,
        FILE_NAME,
        ADDRESS,
        PHONE,
        EMAIL,
        DATE,
        SIGNER,
        /** Characters of a text. */
        LENGTH,
        /** How long a text's lines are. */
        LINES,
        /** Which characters a text has. */
        CHARACTERS
    }

    /** How it stands, from good to bad. */
    public enum Outcome {
        GOOD,
        /** Accepted, but worth a look. */
        DOUBT,
        /** The service refuses it. */
        BAD
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(Item item, Outcome outcome, Object... arguments) {
        String key =
                "finding."
                        + item.name().toLowerCase(Locale.ROOT)
                        + "."
                        + outcome.name().toLowerCase(Locale.ROOT);
        return new Finding(item, outcome, key, List.of(arguments));
    }

    public boolean ok() {
        return outcome != Outcome.BAD;
    }

    /** For the bundle: {@code words.say('preflight', key, args)}. */
    public Object[] args() {
        return arguments.toArray();
    }
}
