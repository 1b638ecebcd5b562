package org.preceptorportal.letter.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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

    /** How many pages a draft has. */
    public record Pages(int pages) {}

    @GET
    @Path("letters/{id}/pages")
    @Produces("application/json")
    @Operation(summary = "How many pages a draft has now")
    public Pages pages(@PathParam("id") long id) {
        return new Pages(writing.pages(caller.get(), id));
    }

    @GET
    @Path("letters/{id}/pages/{page}.png")
    @Produces("image/png")
    @Operation(summary = "A page of a draft as a picture, for screens that show no PDF")
    public Response picture(@PathParam("id") long id, @PathParam("page") int page) {
        try {
            return Response.ok(writing.picture(caller.get(), id, page)).build();
        } catch (IndexOutOfBoundsException e) {
            throw new NotFoundException(e);
        }
    }
}
