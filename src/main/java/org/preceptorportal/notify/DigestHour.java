package org.preceptorportal.notify;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** When digests are written: each hour, and soon after the start. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
public class DigestHour {
    private static final long SOON = 60_000;

    @Resource TimerService timers;
    @Inject EvaluationDigests digests;

    @PostConstruct
    void started() {
        timers.createSingleActionTimer(SOON, new TimerConfig(null, false));
    }

    @Timeout
    @Schedule(hour = "*", minute = "7", persistent = false)
    void write() {
        digests.mailAll();
    }
}
