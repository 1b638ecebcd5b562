package org.preceptorportal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.preceptorportal.shell.health.Probe;

/** The store's disk is there. */
@ApplicationScoped
public class StoreProbe implements Probe {
    @Inject Blobs blobs;

    @Override
    public String name() {
        return "store";
    }

    @Override
    public void check() {
        blobs.needBeThere();
    }
}
