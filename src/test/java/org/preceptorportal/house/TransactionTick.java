package org.preceptorportal.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.preceptorportal.shell.Tick;

/** Ticks like the portal's own and tells whether its work was one transaction. */
@ApplicationScoped
public class TransactionTick implements Tick {
    private final CompletableFuture<Boolean> seen = new CompletableFuture<>();

    @Inject TransactionProbe probe;

    @Override
    public Duration first() {
        return Duration.ofMillis(100);
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void tick() {
        seen.complete(probe.isOne());
    }

    public boolean wasOne() throws InterruptedException, ExecutionException, TimeoutException {
        return seen.get(30, TimeUnit.SECONDS);
    }
}
