package org.preceptorportal.house;

import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Calls as the portal's timers do. */
@Singleton
@jakarta.ejb.TransactionManagement(jakarta.ejb.TransactionManagementType.BEAN)
public class LikeBean {
    @Inject TransactionProbe probe;

    public boolean isOne() {
        return probe.isOne();
    }
}
