package org.preceptorportal.shell;

import jakarta.ejb.ApplicationException;
import java.io.Serializable;
import java.util.List;

/**
 * The portal understood and says no, for a reason that the caller can mend. Subclasses are named
 * for the refusal ({@code LetterNotSignable}) and give a key of their room's message bundle.
 */
@ApplicationException(rollback = true)
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String room;
    private final String key;
    private final transient List<Serializable> arguments;

    /**
     * @param room the room whose bundle words it, for instance {@code letter}
     * @param key the key in {@code messages/<room>.properties}
     * @param arguments for the message's places {0}, {1} ...; never letter content
     */
    protected Refusal(String room, String key, Serializable... arguments) {
        super(room + ":" + key);
        this.room = room;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String room() {
        return room;
    }

    public String key() {
        return key;
    }

    public List<Serializable> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
