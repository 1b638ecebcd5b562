package org.preceptorportal.reminder;

import org.preceptorportal.shell.Tenant;

/** Why nobody of an institution is reminded by the clock for now. Rooms add theirs as beans. */
public interface Silence {
    /** Whether this institution is left alone at this moment. */
    boolean covers(Tenant tenant);
}
