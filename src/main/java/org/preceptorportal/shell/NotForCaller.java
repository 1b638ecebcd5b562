package org.preceptorportal.shell;

import jakarta.ejb.ApplicationException;

/**
 * The thing does not exist for this caller: absent, of another institution or of somebody else. All
 * three answer 404, so that nobody learns which.
 */
@ApplicationException(rollback = true)
public class NotForCaller extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotForCaller(String kind) {
        super("no such " + kind + " for this caller");
    }
}
