package org.preceptorportal.roster;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words an import's findings; page and API say the same. */
final class RosterWords {
    private final ResourceBundle bundle = ResourceBundle.getBundle("messages.roster", Locale.US);

    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.US).format(values);
    }

    String kind(RosterKind kind) {
        return bundle.getString("kind." + kind.name());
    }
}
