package org.preceptorportal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.preceptorportal.shell.health.Probe;

/** Not ready while the demo season loads. */
@ApplicationScoped
public class DemoProbe implements Probe {
    @Inject DemoSeason season;

    @Override
    public String name() {
        return "demo season";
    }

    @Override
    public void check() {
        if (season.state() == DemoSeason.State.LOADING
                || season.state() == DemoSeason.State.FAILED) {
            throw new IllegalStateException("the demo season is " + season.state());
        }
    }
}
