package org.preceptorportal.shell;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Who people are beyond their role: by e-mail address. The access room keeps it. */
public interface AddressBook {
    /** Somebody by name and address. */
    record Contact(String name, String email) implements Serializable {}

    /**
     * The address of whoever calls, in small letters; empty for the portal itself and for API keys
     * that are nobody's in particular.
     */
    Optional<String> of(Caller caller);

    /** The preceptor's present assistants, by name. */
    List<Contact> assistantsOf(long preceptorId);
}
