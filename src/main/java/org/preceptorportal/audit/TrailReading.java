package org.preceptorportal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** The trail of the caller's institution, for its auditors and administrators. */
@ApplicationScoped
public class TrailReading {
    private static final Duration FRESH = Duration.ofHours(1);

    @Inject AuditTrail trail;
    @Inject Instance<Veil> veils;
    @Inject Clock clock;

    private record Kept(Instant at, Verdict verdict) {}

    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    /** The newest events first, of one subject or of all when {@code subjectType} is null. */
    public List<AuditEvent> events(
            Caller caller, String subjectType, String subjectId, int first, int limit) {
        check(caller);
        return trail.events(caller.tenantId(), subjectType, subjectId, first, limit).stream()
                .map(
                        event ->
                                veils.stream().anyMatch(v -> v.hides(caller, event))
                                        ? event.veiled()
                                        : event)
                .toList();
    }

    public long count(Caller caller, String subjectType, String subjectId) {
        check(caller);
        return trail.count(caller.tenantId(), subjectType, subjectId);
    }

    public List<String> subjectTypes(Caller caller) {
        check(caller);
        return trail.subjectTypes(caller.tenantId());
    }

    /** Reads the whole chain now. */
    public Verdict examine(Caller caller) {
        check(caller);
        Verdict verdict = trail.examine(caller.tenantId());
        kept.put(caller.tenantId(), new Kept(clock.instant(), verdict));
        return verdict;
    }

    /** What the last examination said, if it is less than an hour old; else examines. */
    public Verdict lately(Caller caller) {
        check(caller);
        Kept last = kept.get(caller.tenantId());
        return last != null && last.at.plus(FRESH).isAfter(clock.instant())
                ? last.verdict
                : examine(caller);
    }

    private void check(Caller caller) {
        if (!caller.is(Role.AUDITOR, Role.ADMINISTRATOR)) {
            throw trail.refuse(caller, "audit-trail", caller.tenantId());
        }
    }
}
