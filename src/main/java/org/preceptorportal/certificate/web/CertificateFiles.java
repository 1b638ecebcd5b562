package org.preceptorportal.certificate.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.preceptorportal.certificate.Certificates;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.signing.SignedLetters;

/** Certificates as files. Who may have which is decided by the use case. */
@Path("signed-letters/{id}/certificate.pdf")
@RequestScoped
public class CertificateFiles {
    @Inject CurrentCaller caller;
    @Inject Certificates certificates;

    @GET
    @Produces("application/pdf")
    @Operation(summary = "The certificate of completion; for the authors of the letter")
    public Response certificate(@PathParam("id") long id) {
        SignedLetters.File file = certificates.pdf(caller.get(), id);
        return Response.ok(file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file.name() + "\"")
                .build();
    }
}
