package org.preceptorportal.delivery.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.preceptorportal.delivery.NextSteps;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.signing.SignedLetters;

/** The file that an uploader takes to another service. */
@Path("")
@RequestScoped
@Produces("application/pdf")
public class CopyFile {
    @Inject CurrentCaller caller;
    @Inject NextSteps steps;

    @GET
    @Path("letters/{id}/copy-for-upload.pdf")
    @Operation(summary = "The flat copy for upload; for the letter's author and its designees")
    public Response get(@PathParam("id") long id) {
        SignedLetters.File file = steps.copy(caller.get(), id);
        return Response.ok(file.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + file.name() + "\"")
                .build();
    }
}
