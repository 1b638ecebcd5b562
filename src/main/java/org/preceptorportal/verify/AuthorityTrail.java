package org.preceptorportal.verify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.preceptorportal.audit.AuditEvent;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Tick;
import org.preceptorportal.store.Sha256;

/**
 * Writes down in each institution's trail which authorities seal its letters: at first, and after
 * every roll-over, which a command makes while no portal need run (VF-6).
 */
@ApplicationScoped
public class AuthorityTrail implements Tick {
    @Inject Seal seal;
    @Inject AuditTrail audit;
    @Inject Tenants tenants;
    @Inject AuthorityTrail self;

    @Override
    public Duration first() {
        return Duration.ofSeconds(20);
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void tick() {
        self.note();
    }

    /** Adds what the trail does not say yet. */
    @Transactional
    public void note() {
        List<X509Certificate> newest = seal.authorities();
        String now =
                "root " + fingerprint(newest.get(0)) + ", issuing " + fingerprint(newest.get(1));
        for (Tenant tenant : tenants.all()) {
            List<AuditEvent> last = audit.events(tenant.id(), "seal", "authorities", 0, 1);
            if (last.isEmpty() || !last.get(0).detail().equals(now)) {
                audit.record(Caller.portal(tenant.id()), "seal.rolled", "seal", "authorities", now);
            }
        }
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded()).hex();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("an authority has no bytes", e);
        }
    }
}
