package org.preceptorportal.signing.web;

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
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.signing.LetterReading;
import org.preceptorportal.signing.SignedLetter.Rendition;
import org.preceptorportal.signing.SignedLetters;

/** Signed letters as files. Who may have which is decided by the use case. */
@Path("")
@RequestScoped
@Produces("application/pdf")
public class SignedLetterFiles {
    @Inject CurrentCaller caller;
    @Inject SignedLetters signedLetters;
    @Inject LetterReading unsigned;

    @GET
    @Path("letters/{id}/pages.pdf")
    @Operation(summary = "The very pages that an author is about to sign; for the letter's authors")
    public Response pages(@PathParam("id") long id) {
        return file(new SignedLetters.File("Letter.pdf", unsigned.pages(caller.get(), id)));
    }

    @GET
    @Path("letters/{id}/signing/{page}.png")
    @Produces("image/png")
    @Operation(summary = "One of these pages as a picture; for the letter's authors")
    public Response picture(@PathParam("id") long id, @PathParam("page") int page) {
        try {
            return Response.ok(unsigned.picture(caller.get(), id, page)).build();
        } catch (IndexOutOfBoundsException e) {
            throw new NotFoundException(e);
        }
    }

    @GET
    @Path("signed-letters/{id}/original.pdf")
    @Operation(summary = "The sealed original; for its authors, and its learner unless waived")
    public Response original(@PathParam("id") long id) {
        return file(signedLetters.pdf(caller.get(), id, Rendition.ORIGINAL));
    }

    @GET
    @Path("signed-letters/{id}/plain.txt")
    @Produces("text/plain; charset=UTF-8")
    @Operation(
            summary =
                    "The signed words without layout; for its authors, and its learner unless waived")
    public Response plain(@PathParam("id") long id) {
        return Response.ok(signedLetters.plain(caller.get(), id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"Letter.txt\"")
                .build();
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

    @GET
    @Path("signed-letters/{id}/archive.pdf")
    @Operation(
            summary =
                    "The original with all that verifies it for decades, from the night after it was"
                            + " signed; for its authors, and its learner unless waived")
    public Response archive(@PathParam("id") long id) {
        return file(signedLetters.archived(caller.get(), id));
    }

    private static Response file(SignedLetters.File file) {
        return Response.ok(file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file.name() + "\"")
                .build();
    }
}
