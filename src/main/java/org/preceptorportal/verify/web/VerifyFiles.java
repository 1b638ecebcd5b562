package org.preceptorportal.verify.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.preceptorportal.verify.RootCertificates;

/** What anybody needs to check letters without this portal. */
@Path("verify")
@ApplicationScoped
public class VerifyFiles {
    @Inject RootCertificates roots;
    @Inject ServletContext application;

    private byte[] program;

    @GET
    @Path("root.pem")
    @Produces("application/x-pem-file")
    @Operation(summary = "The root certificates to trust when letters are checked elsewhere")
    public Response root() {
        return file("root.pem", roots.pem());
    }

    @GET
    @Path("verify.jar")
    @Produces("application/java-archive")
    @Operation(
            summary =
                    "The offline verifier: java -jar verify.jar FILE|ZIP --root root.pem (Java 17)")
    public Response program() throws IOException {
        return file("verify.jar", bytes());
    }

    private synchronized byte[] bytes() throws IOException {
        if (program == null) {
            program = new VerifierJar(application).bytes();
        }
        return program;
    }

    private static Response file(String name, Object bytes) {
        return Response.ok(bytes)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
