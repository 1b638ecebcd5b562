package org.preceptorportal.audit;

import org.preceptorportal.shell.Caller;

/**
 * Keeps the details of some events from some readers of the trail, who then see that, when and by
 * whom. The trail itself and its verification are untouched. A room adds one by a CDI bean.
 */
public interface Veil {
    /** Whether this reader does not get this event's detail. */
    boolean hides(Caller caller, AuditEvent event);
}
