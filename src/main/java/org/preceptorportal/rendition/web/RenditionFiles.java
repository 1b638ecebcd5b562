package org.preceptorportal.rendition.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.preceptorportal.rendition.OwnPdfs;
import org.preceptorportal.shell.CurrentCaller;

/** What authors brought, as pictures. Who may have which is decided by the use case. */
@Path("")
@RequestScoped
public class RenditionFiles {
    @Inject CurrentCaller caller;
    @Inject OwnPdfs own;

    @GET
    @Path("letters/{id}/own/{page}.png")
    @Produces("image/png")
    @Operation(summary = "A page of the PDF that the author brought, as a picture; for who drafts")
    public Response picture(@PathParam("id") long id, @PathParam("page") int page) {
        try {
            return Response.ok(own.picture(caller.get(), id, page)).build();
        } catch (IndexOutOfBoundsException e) {
            throw new NotFoundException(e);
        }
    }
}
