package org.preceptorportal.letter;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The code printed on a letter, {@code XXXX-XXXX-XXXX}: 60 random bits in an alphabet without I, L,
 * O and U, so that it survives paper, telephone and bad handwriting.
 */
public record VerifyCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Letters and digits of a code. */
    public static final int LENGTH = 12;

    private static final Pattern SHAPE =
            Pattern.compile("[%1$s]{4}-[%1$s]{4}-[%1$s]{4}".formatted(ALPHABET));

    public VerifyCode {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("a verify code is XXXX-XXXX-XXXX");
        }
    }

    public static VerifyCode random(RandomGenerator chance) {
        StringBuilder symbols = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            symbols.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return grouped(symbols);
    }

    /** What somebody typed, read kindly: any case, any spaces, O for 0, I and L for 1. */
    public static Optional<VerifyCode> read(String typed) {
        String symbols = symbols(typed).replace('O', '0').replace('I', '1').replace('L', '1');
        return symbols.length() == LENGTH && symbols.indexOf('U') < 0
                ? Optional.of(grouped(new StringBuilder(symbols)))
                : Optional.empty();
    }

    /** How many letters and digits somebody typed: of a whole code {@link #LENGTH}. */
    public static int typed(String typed) {
        return symbols(typed).length();
    }

    private static String symbols(String typed) {
        return typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    private static VerifyCode grouped(StringBuilder symbols) {
        return new VerifyCode(symbols.insert(8, '-').insert(4, '-').toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
