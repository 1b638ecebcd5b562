package org.preceptorportal.letter.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.shell.CurrentCaller;

/** Drafts as files. Who may have which is decided by the use case. */
@Path("")
@RequestScoped
@Produces("application/pdf")
public class DraftFiles {
    @Inject CurrentCaller caller;
    @Inject LetterWriting writing;

    @GET
    @Path("letters/{id}/preview.pdf")
    @Operation(summary = "The page of a draft as it would be signed now; for its author")
    public Response preview(@PathParam("id") long id) {
        return Response.ok(writing.preview(caller.get(), id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"Draft.pdf\"")
                .build();
    }
}
