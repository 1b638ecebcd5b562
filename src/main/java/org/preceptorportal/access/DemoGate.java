package org.preceptorportal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.shell.Tenants;

/**
 * Shuts a demo institution where {@code portal.demo} is off (AC-9): its passwords are printed in
 * the README.
 */
@ApplicationScoped
class DemoGate {
    @Inject
    @ConfigProperty(name = "portal.demo", defaultValue = "false")
    boolean demo;

    @Inject Tenants tenants;

    boolean admits(long tenantId) {
        return demo || !tenants.get(tenantId).demo();
    }
}
