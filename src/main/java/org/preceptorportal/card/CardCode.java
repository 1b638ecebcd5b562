package org.preceptorportal.card;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The code on a card: 26 symbols, 130 random bits, in an alphabet without I, L, O and U, so that it
 * can be typed too where a camera fails.
 */
record CardCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;

    CardCode {
        if (!text.matches("[" + ALPHABET + "]{" + LENGTH + "}")) {
            throw new IllegalArgumentException("a card's code has " + LENGTH + " symbols");
        }
    }

    static CardCode random(RandomGenerator chance) {
        StringBuilder symbols = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            symbols.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return new CardCode(symbols.toString());
    }

    /** What somebody typed, read kindly: any case, any spaces, O for 0, I and L for 1. */
    static Optional<CardCode> read(String typed) {
        String symbols =
                typed == null
                        ? ""
                        : typed.toUpperCase(Locale.ROOT)
                                .replaceAll("[^0-9A-Z]", "")
                                .replace('O', '0')
                                .replace('I', '1')
                                .replace('L', '1');
        return symbols.length() == LENGTH && symbols.indexOf('U') < 0
                ? Optional.of(new CardCode(symbols))
                : Optional.empty();
    }
}
