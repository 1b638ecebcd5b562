package org.preceptorportal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The time zone this request is read in: that of the caller's institution, else the portal's. */
@RequestScoped
public class CallerZone {
    @Inject CurrentCaller caller;
    @Inject Tenants tenants;

    @Inject
    @ConfigProperty(name = "portal.zone", defaultValue = "America/New_York")
    String portalZone;

    private ZoneId zone;

    public ZoneId get() {
        if (zone == null) {
            zone =
                    caller.ifSignedIn()
                            .map(who -> tenants.get(who.tenantId()).zone())
                            .orElseGet(() -> ZoneId.of(portalZone));
        }
        return zone;
    }
}
