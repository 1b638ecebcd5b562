package org.preceptorportal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many parts of a step run side by side: {@code portal.night.threads}, or one more than there
 * are cores, for one or another waits for the database or the disk (measured on two cores:
 * applicants' files take 27 s with three, 31 s with two).
 */
@ApplicationScoped
public class Threads {
    @Inject
    @ConfigProperty(name = "portal.night.threads")
    Optional<Integer> configured;

    public int number() {
        return configured.orElseGet(() -> Runtime.getRuntime().availableProcessors() + 1);
    }
}
