package org.preceptorportal.shell.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when every {@link Probe} is content. The answer names what is not; the reason is logged
 * once, for the page is open to everybody.
 */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(ReadyCheck.class.getName());

    /** It works, but an advice is in the log. */
    private static final String ADVISED = "UP, see the log";

    @Inject @Any Instance<Probe> probes;

    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final Set<String> down = ConcurrentHashMap.newKeySet();

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("portal").up();
        for (Probe probe : probes) {
            boolean works = works(probe);
            answer.withData(probe.name(), works ? (advised(probe) ? ADVISED : "UP") : "DOWN");
            if (!works) {
                answer.down();
            }
        }
        return answer.build();
    }

    private boolean advised(Probe probe) {
        Optional<String> advice = probe.advice();
        advice.filter(said::add).ifPresent(LOG::warning);
        return advice.isPresent();
    }

    private boolean works(Probe probe) {
        try {
            probe.check();
            if (down.remove(probe.name())) {
                LOG.info(() -> "Ready again: " + probe.name());
            }
            return true;
        } catch (Exception e) {
            if (down.add(probe.name())) {
                // A probe's own sentence says enough; what else went wrong needs its trace.
                LOG.log(
                        Level.WARNING,
                        e instanceof IllegalStateException ? e.getCause() : e,
                        () -> "Not ready: %s (%s)".formatted(probe.name(), e.getMessage()));
            }
            return false;
        }
    }
}
