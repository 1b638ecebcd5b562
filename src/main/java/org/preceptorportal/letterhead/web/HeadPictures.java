package org.preceptorportal.letterhead.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.preceptorportal.letterhead.LetterheadKeeping;
import org.preceptorportal.shell.CurrentCaller;

/** Letterheads as pictures. Who may have which is decided by the use case. */
@Path("letterheads/{id}/head.png")
@RequestScoped
@Produces("image/png")
public class HeadPictures {
    @Inject LetterheadKeeping keeping;
    @Inject CurrentCaller caller;

    @GET
    @Operation(summary = "How a letterhead looks on the page; for who keeps or may choose it")
    public byte[] head(@PathParam("id") long id) {
        return keeping.picture(caller.get(), id);
    }
}
