package org.preceptorportal.watch.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.preceptorportal.manifest.Manifests;
import org.preceptorportal.night.NightAlreadyRunning;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.Nights;
import org.preceptorportal.night.Order;
import org.preceptorportal.night.Runs;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.shell.web.Problem;
import org.preceptorportal.watch.Progress;

/** Nights over HTTP: start, watch, stop, go on, compare. */
@Path("nights")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "nights", description = "What runs at night, and what it made")
@RequestScoped
public class NightsResource {
    private static final String ID = "{id: \\d{1,18}}";
    private static final int EARLIER = 30;

    @Inject CurrentCaller caller;
    @Inject Nights nights;
    @Inject Runs runs;
    @Inject Manifests manifests;
    @Inject Programs programs;
    @Inject Words words;
    @Inject Clock clock;
    @Context UriInfo asked;

    /**
     * What is asked for; all of it may be left out.
     *
     * @param date business date; today without it
     * @param job one job alone
     * @param program one program alone, by its code in the roster
     * @param dryRun count only
     * @param asked that program itself has asked; must be stated while programs are to be left
     *     alone
     */
    public record Wish(String date, String job, String program, Boolean dryRun, Boolean asked) {}

    /** The id of a night. */
    public record Started(long id) {}

    /** Many nights. */
    public record NightList(List<NightJson> items) {}

    /** Whether nights start by themselves. */
    public record Pause(boolean paused) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startNight",
            summary = "Start a night now",
            description =
                    "Body: {} for all of tonight, or date (of the past: as of its hour), job, program"
                            + " (its code; may run beside a night), dryRun, asked (the program itself"
                            + " asked: must be stated while programs are to be left alone).")
    @APIResponse(responseCode = "202", description = "Started; poll the Location")
    @APIResponse(responseCode = "400", description = "No such date, job or program")
    @APIResponse(responseCode = "409", description = "One is under way; \"id\" names it")
    @APIResponse(responseCode = "422", description = "Not possible, or the program did not ask")
    public Response start(Wish wish) {
        Order order;
        try {
            order = order(wish == null ? new Wish(null, null, null, null, null) : wish);
        } catch (DateTimeException e) {
            return problem(400, "Unreadable request", words.say("watch", "api.date"));
        }
        if (order == null) {
            return problem(
                    400, "Unreadable request", words.say("watch", "api.program", wish.program()));
        }
        try {
            long id = nights.start(caller.get(), order);
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
    @Operation(operationId = "listNights", summary = "The newest nights first")
    public NightList list(@QueryParam("limit") @DefaultValue("30") int limit) {
        return new NightList(
                runs.nights(caller.get(), Math.max(1, Math.min(limit, 200))).stream()
                        .map(night -> NightJson.of(night, null))
                        .toList());
    }

    @GET
    @Path(ID)
    @Operation(
            operationId = "getNight",
            summary = "One night: jobs, ledger, what was left out, how long it takes yet",
            description = "percent and estimate are missing as long as nobody can tell.")
    @APIResponse(responseCode = "404", description = "No such night for you")
    public NightJson get(@PathParam("id") long id) {
        NightView night = runs.night(caller.get(), id);
        List<NightView> earlier =
                night.active() ? runs.nights(caller.get(), EARLIER) : List.<NightView>of();
        return NightJson.of(night, Progress.of(night, earlier, clock.instant()));
    }

    @POST
    @Path(ID + "/stop")
    @Operation(
            operationId = "stopNight",
            summary = "Stop a running night",
            description = "What is at work commits first; restart goes on behind it.")
    @APIResponse(responseCode = "202", description = "It stops")
    public Response stop(@PathParam("id") long id) {
        nights.stop(caller.get(), id);
        return Response.accepted(new Started(id)).build();
    }

    @POST
    @Path(ID + "/restart")
    @Operation(
            operationId = "restartNight",
            summary = "Go on with a night that failed or was stopped")
    @APIResponse(responseCode = "202", description = "It goes on where it was")
    public Response restart(@PathParam("id") long id) {
        nights.restart(caller.get(), id);
        return Response.accepted(new Started(id)).build();
    }

    @GET
    @Path("pause")
    @Operation(operationId = "getPause", summary = "Whether nights start by themselves")
    public Pause paused() {
        return new Pause(nights.paused(caller.get()));
    }

    @POST
    @Path("pause")
    @Operation(operationId = "pauseNights", summary = "Let no night start by itself")
    public Pause pause() {
        nights.pause(caller.get());
        return paused();
    }

    @POST
    @Path("resume")
    @Operation(operationId = "resumeNights", summary = "Let nights start by themselves again")
    public Pause resume() {
        nights.resume(caller.get());
        return paused();
    }

    @GET
    @Path(ID + "/manifest.json")
    @Operation(
            operationId = "getNightManifest",
            summary = "What the night made and left out, by hashes, as it was signed")
    @APIResponse(responseCode = "404", description = "No such night for you")
    @APIResponse(responseCode = "422", description = "It is not signed yet")
    public Response manifest(@PathParam("id") long id) {
        return file("night-" + id + ".json", "application/json", manifests.json(caller.get(), id));
    }

    @GET
    @Path(ID + "/manifest.json.p7s")
    @Produces("application/pkcs7-signature")
    @Operation(
            operationId = "getNightManifestSignature",
            summary = "The detached signature over the manifest's bytes",
            description = "CMS in DER. ./portal verify judges both, laid side by side.")
    public Response signature(@PathParam("id") long id) {
        return file(
                "night-" + id + ".json.p7s",
                "application/pkcs7-signature",
                manifests.signature(caller.get(), id));
    }

    @GET
    @Path(ID + "/artefacts.txt")
    @Produces("text/plain")
    @Operation(
            operationId = "getNightArtefacts",
            summary = "The lists of artefacts that the manifest vouches for",
            description = "One line each: kind, item, hash of the inputs, hashes of the files.")
    public Response artefacts(@PathParam("id") long id) {
        // Asked for before the answer begins, so that a refusal is still one.
        manifests.json(caller.get(), id);
        var who = caller.get();
        StreamingOutput lines = out -> manifests.artefacts(who, id, out);
        return file("night-" + id + "-artefacts.txt", "text/plain; charset=utf-8", lines);
    }

    @GET
    @Path(ID + "/diff/{other: \\d{1,18}}")
    @Operation(
            operationId = "diffNights",
            summary = "How the other night differs from this one, by their manifests")
    @APIResponse(responseCode = "422", description = "One of them is not signed yet")
    public DiffJson diff(@PathParam("id") long id, @PathParam("other") long other) {
        return DiffJson.of(manifests.compare(caller.get(), id, other));
    }

    private Order order(Wish wish) {
        Long program = null;
        if (wish.program() != null) {
            program =
                    programs.byCode(caller.get().tenantId(), wish.program())
                            .map(Program::id)
                            .orElse(null);
            if (program == null) {
                return null;
            }
        }
        return new Order(
                wish.date() == null ? null : LocalDate.parse(wish.date()),
                wish.job(),
                program,
                Boolean.TRUE.equals(wish.dryRun()),
                Boolean.TRUE.equals(wish.asked()));
    }

    private Response problem(int status, String title, String detail) {
        return new Problem(status, title, detail).answer(asked.getRequestUri());
    }

    private static Response file(String name, String type, Object body) {
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
