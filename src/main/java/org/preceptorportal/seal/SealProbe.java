package org.preceptorportal.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.preceptorportal.shell.health.Probe;

/** Letters can be sealed: a few random bytes were. */
@ApplicationScoped
public class SealProbe implements Probe {
    @Inject Seal seal;

    @Override
    public String name() {
        return "seal";
    }

    @Override
    public void check() {
        seal.check();
    }

    @Override
    public Optional<String> advice() {
        return seal.advice();
    }
}
