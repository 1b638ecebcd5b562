package org.preceptorportal.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;

/** The wording of one printed thing, from {@code /reports/<name>}. */
final class Design {
    private final String file;
    private final Properties texts = new Properties();
    private final String wording;

    private Design(String file) throws IOException {
        this.file = file;
        try (InputStream in = Design.class.getResourceAsStream("/reports/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The design " + file + " is not in the archive");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        wording = new TreeMap<>(texts).toString();
    }

    /**
     * Reads a design.
     *
     * @param file such as {@code letter-of-recommendation/letter.properties}
     */
    static Design read(String file) {
        try {
            return new Design(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text with its places filled. */
    String text(String key, Object... arguments) {
        return new MessageFormat(raw(key), Locale.US).format(arguments);
    }

    /** A text as it stands, such as a pattern another formatter fills. */
    String raw(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("The design " + file + " lacks " + key);
        }
        return text;
    }

    /** All texts in a stable order: part of the key of what is printed with them. */
    String wording() {
        return wording;
    }

    /** A date format. */
    DateTimeFormatter dates(String key) {
        return DateTimeFormatter.ofPattern(raw(key), Locale.US);
    }

    /** Whether a text starts with one of the openers listed under the key, whatever its case. */
    boolean opens(String key, String text) {
        String start = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(raw(key).toLowerCase(Locale.ROOT).split("\\|"))
                .anyMatch(start::startsWith);
    }
}
