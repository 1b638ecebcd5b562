package org.preceptorportal.house;

import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Calls as the portal's timers do. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LikeOurTimers {
    @Inject TransactionProbe probe;

    public boolean isOne() {
        return probe.isOne();
    }
}
