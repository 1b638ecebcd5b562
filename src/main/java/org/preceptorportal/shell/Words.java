package org.preceptorportal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** Says a message of a room's bundle, in Java and on pages: {@code #{words.say('letter', key)}}. */
@Named("words")
@ApplicationScoped
public class Words {
    /** Java would go through its class loaders each time, to see which bundle is meant. */
    private final Map<String, ResourceBundle> rooms = new ConcurrentHashMap<>();

    /**
     * @param room whose bundle, {@code messages/<room>.properties}
     * @param key the key in it
     * @param arguments for the places {0}, {1} ... An apostrophe in a message is an apostrophe; it
     *     needs no doubling.
     * @throws java.util.MissingResourceException when the bundle has no such key
     */
    public String say(String room, String key, Object... arguments) {
        String message = rooms.computeIfAbsent(room, Words::bundle).getString(key);
        return arguments.length == 0
                ? message
                : new MessageFormat(message.replace("'", "''"), Locale.US).format(arguments);
    }

    private static ResourceBundle bundle(String room) {
        return ResourceBundle.getBundle("messages." + room, Locale.US);
    }

    /** Why the portal said no. */
    public String why(Refusal refusal) {
        return say(refusal.room(), refusal.key(), refusal.arguments().toArray());
    }
}
