package org.preceptorportal.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.preceptorportal.audit.TrailReading;
import org.preceptorportal.audit.Verdict;
import org.preceptorportal.audit.Witness;
import org.preceptorportal.shell.CurrentCaller;

/** Whether the trail is whole, for whoever watches it by a program. */
@Path("audit/chain")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit", description = "The audit trail")
@RequestScoped
public class TrailResource {
    @Inject CurrentCaller caller;
    @Inject TrailReading reading;

    /**
     * What reading the whole chain found.
     *
     * @param firstBroken the first event that is wrong; null when whole
     * @param anchoredEvent the newest event that is still as it was anchored; null when none is
     * @param anchoredAt when that was, by a time-stamp
     */
    public record Chain(
            long events,
            boolean whole,
            String finding,
            Long firstBroken,
            Long anchoredEvent,
            Instant anchoredAt) {
        static Chain of(Verdict v) {
            return new Chain(
                    v.events(),
                    v.whole(),
                    v.finding().name(),
                    v.firstBroken().isPresent() ? v.firstBroken().getAsLong() : null,
                    v.anchored().map(Witness.Head::number).orElse(null),
                    v.anchored().map(Witness.Head::at).orElse(null));
        }
    }

    @GET
    @Operation(summary = "Reads the whole audit trail and compares it with its anchors")
    public Chain chain() {
        return Chain.of(reading.examine(caller.get()));
    }
}
