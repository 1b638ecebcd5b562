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
import org.preceptorportal.letter.SignedLetter.Rendition;
import org.preceptorportal.letter.SignedLetters;
import org.preceptorportal.shell.CurrentCaller;

/** Letters as files. Who may have which is decided by the use cases. */
@Path("")
@RequestScoped
@Produces("application/pdf")
public class LetterFiles {
    @Inject CurrentCaller caller;
    @Inject LetterWriting writing;
    @Inject SignedLetters signedLetters;

    @GET
    @Path("letters/{id}/preview.pdf")
    @Operation(summary = "The page of a draft as it would be signed now; for its author")
    public Response preview(@PathParam("id") long id) {
        return file(new SignedLetters.File("Draft.pdf", writing.preview(caller.get(), id)));
    }

    @GET
    @Path("signed-letters/{id}/original.pdf")
    @Operation(summary = "The sealed original; for its author, and its learner unless waived")
    public Response original(@PathParam("id") long id) {
        return file(signedLetters.pdf(caller.get(), id, Rendition.ORIGINAL));
    }

    @GET
    @Path("signed-letters/{id}/upload.pdf")
    @Operation(
            summary =
                    "The flat copy for services that refuse sealed files; for its author, and its"
                            + " learner unless waived")
    public Response upload(@PathParam("id") long id) {
        return file(signedLetters.pdf(caller.get(), id, Rendition.UPLOAD));
    }

    private static Response file(SignedLetters.File file) {
        return Response.ok(file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file.name() + "\"")
                .build();
    }
}
