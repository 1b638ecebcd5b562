package org.preceptorportal.retention.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.preceptorportal.retention.LegalHolds;
import org.preceptorportal.retention.LegalHolds.Hold;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.shell.web.Problem;

/** What must be kept though its time has come. */
@Path("legal-holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "retention", description = "Legal holds")
@RequestScoped
public class LegalHoldsResource {
    private static final int LONGEST = 500;

    @Inject CurrentCaller caller;
    @Inject LegalHolds holds;
    @Inject Words words;
    @Context UriInfo asked;

    /** The holds that are on. */
    public record HoldList(List<Hold> items) {}

    /**
     * What is asked for.
     *
     * @param learnerId without it: everything of the institution
     */
    public record Wish(Long learnerId, String reason) {}

    @GET
    @Operation(operationId = "listLegalHolds", summary = "The legal holds that are on")
    public HoldList list() {
        return new HoldList(holds.list(caller.get()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "placeLegalHold",
            summary = "Keep all that would go of a learner, or of the institution")
    @APIResponse(responseCode = "204", description = "It is on")
    @APIResponse(responseCode = "400", description = "Without a reason, or a longer one")
    public Response place(Wish wish) {
        if (wish == null
                || wish.reason() == null
                || wish.reason().isBlank()
                || wish.reason().length() > LONGEST) {
            return new Problem(
                            400,
                            "Unreadable request",
                            words.say("retention", "api.reason", LONGEST))
                    .answer(asked.getRequestUri());
        }
        holds.place(caller.get(), wish.learnerId(), wish.reason());
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "liftLegalHold", summary = "Lift a legal hold")
    @APIResponse(responseCode = "204", description = "It is lifted")
    @APIResponse(responseCode = "404", description = "No such hold for you")
    public Response lift(@PathParam("id") long id) {
        holds.lift(caller.get(), id);
        return Response.noContent().build();
    }
}
