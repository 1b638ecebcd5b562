package org.preceptorportal.watch.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.watch.NightFigures;

/**
 * Figures for Prometheus, of the key's institution alone. Behind a key and not at the server's own
 * {@code /metrics}, whose figures are open to whoever reaches it and know no institutions.
 */
@Path("metrics")
@Tag(name = "metrics", description = "For a monitor")
@RequestScoped
public class MetricsResource {
    @Inject CurrentCaller caller;
    @Inject NightFigures figures;

    @GET
    @Operation(
            operationId = "getMetrics",
            summary = "The nights in figures, as Prometheus reads them",
            description = "Labels name jobs and steps, never a person.")
    @APIResponse(responseCode = "200", description = "text/plain; version=0.0.4")
    public Response get() {
        return Response.ok(figures.text(caller.get()))
                .header(HttpHeaders.CONTENT_TYPE, NightFigures.TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
