package org.preceptorportal.night.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.preceptorportal.night.NightAlreadyRunning;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.Nights;
import org.preceptorportal.night.Runs;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.shell.web.Problem;

/** Nights over HTTP: start one, poll it. */
@Path("runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "runs", description = "Nights")
@RequestScoped
public class RunsResource {
    @Inject CurrentCaller caller;
    @Inject Nights nights;
    @Inject Runs runs;
    @Inject Words words;
    @Context UriInfo asked;

    /** The id of a night. */
    public record Started(long id) {}

    /** Many nights. */
    public record RunList(List<Run> items) {}

    /** One night; {@code status} is RUNNING, COMPLETED, FAILED or STOPPED. */
    public record Run(
            long id,
            String status,
            LocalDate night,
            String season,
            Instant requestedAt,
            Instant startedAt,
            Instant endedAt,
            String failure,
            List<Job> jobs,
            List<Step> steps,
            List<Skip> skipped) {
        static Run of(NightView v) {
            return new Run(
                    v.id(),
                    v.status(),
                    v.night(),
                    v.season(),
                    v.requestedAt(),
                    v.startedAt(),
                    v.endedAt(),
                    v.failure(),
                    v.runs().stream()
                            .map(
                                    r ->
                                            new Job(
                                                    r.id(),
                                                    r.job(),
                                                    r.state().name(),
                                                    r.startedAt(),
                                                    r.endedAt(),
                                                    r.failure()))
                            .toList(),
                    v.steps().stream()
                            .map(
                                    s ->
                                            new Step(
                                                    s.step(),
                                                    s.expected(),
                                                    s.read(),
                                                    s.made(),
                                                    s.unchanged(),
                                                    s.skipped(),
                                                    s.startedAt(),
                                                    s.endedAt()))
                            .toList(),
                    v.skips().stream()
                            .map(s -> new Skip(s.step(), s.item(), s.label(), s.reason()))
                            .toList());
        }
    }

    /** One job of a night; {@code status} is WAITING, or as Jakarta Batch names it. */
    public record Job(
            long id,
            String name,
            String status,
            Instant startedAt,
            Instant endedAt,
            String failure) {}

    /** The ledger of a step: {@code read = made + unchanged + skipped}. */
    public record Step(
            String name,
            int expected,
            int read,
            int made,
            int unchanged,
            int skipped,
            Instant startedAt,
            Instant endedAt) {}

    /** An item that was left out. */
    public record Skip(String step, String item, String label, String reason) {}

    @POST
    @Operation(
            operationId = "startRun",
            summary = "Start a night now",
            description = "Body: {}. Coordinators and administrators.")
    @APIResponse(responseCode = "202", description = "Started; poll the Location")
    @APIResponse(responseCode = "409", description = "One is under way; \"id\" names it")
    public Response start() {
        try {
            long id = nights.start(caller.get());
            return Response.accepted(new Started(id))
                    .location(asked.getAbsolutePathBuilder().path(Long.toString(id)).build())
                    .build();
        } catch (NightAlreadyRunning e) {
            return new Problem(
                            409,
                            "A night is under way",
                            words.say(e.room(), e.key()),
                            Map.of("id", e.nightId()))
                    .answer(asked.getRequestUri());
        }
    }

    @GET
    @Operation(operationId = "listRuns", summary = "The newest nights first")
    public RunList list(@QueryParam("limit") @DefaultValue("30") int limit) {
        return new RunList(
                runs.nights(caller.get(), Math.max(1, Math.min(limit, 200))).stream()
                        .map(Run::of)
                        .toList());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getRun", summary = "One night: status, ledger, what was skipped")
    @APIResponse(responseCode = "200", description = "The run")
    @APIResponse(responseCode = "404", description = "No such run for you")
    public Run get(@PathParam("id") long id) {
        return Run.of(runs.night(caller.get(), id));
    }
}
