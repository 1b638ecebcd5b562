package org.preceptorportal.shell.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.management.ManagementFactory;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Tenants;

/** What the page frame itself needs to know. */
@Named("furniture")
@RequestScoped
public class Furniture {
    /** Changes with each start, so that no browser keeps the style sheet of an older edition. */
    private static final String EDITION =
            Long.toString(ManagementFactory.getRuntimeMXBean().getStartTime(), 36);

    @Inject CurrentCaller caller;
    @Inject Tenants tenants;

    private Boolean demo;

    public String getEdition() {
        return EDITION;
    }

    /** True when the caller's institution is the demo one: every page then says so. */
    public boolean isDemo() {
        if (demo == null) {
            demo = caller.ifSignedIn().map(who -> tenants.get(who.tenantId()).demo()).orElse(false);
        }
        return demo;
    }
}
