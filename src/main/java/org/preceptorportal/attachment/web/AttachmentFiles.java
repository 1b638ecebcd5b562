package org.preceptorportal.attachment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.preceptorportal.attachment.Attachments;
import org.preceptorportal.shell.CurrentCaller;

/**
 * A learner's paper as a file to save. It was made outside: the browser is told to save it, to
 * believe no other type, and to shut it into a sandbox should it be shown after all.
 */
@Path("attachments")
@RequestScoped
@Produces("application/pdf")
public class AttachmentFiles {
    @Inject CurrentCaller caller;
    @Inject Attachments attachments;

    @GET
    @Path("{id}.pdf")
    @Operation(summary = "A learner's paper; for the learner, the letter's author and assistants")
    public Response get(@PathParam("id") long id) {
        Attachments.File file = attachments.read(caller.get(), id);
        return Response.ok(file.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + file.name() + "\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }
}
