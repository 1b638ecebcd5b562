package org.preceptorportal.letter.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.preceptorportal.hint.Hint;
import org.preceptorportal.letter.LetterHinting;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.letter.LetterWriting.Saved;
import org.preceptorportal.letter.StaleDraft;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Words;
import org.preceptorportal.shell.web.Problem;

/** What the editor's script calls, in the session of who writes. */
@Path("")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {
    @Inject LetterWriting writing;
    @Inject LetterHinting hinting;
    @Inject CurrentCaller caller;
    @Inject Dates dates;
    @Inject Words words;
    @Context UriInfo asked;

    /** A text as the editor has it, and the version it was written on. */
    public static class Text {
        public int version;
        public String html;
    }

    /** How the page looks besides the text. */
    public static class Look {
        /** Null: the author's usual one. */
        public Long letterhead;

        public boolean contextHidden;
    }

    /** What became of a save. */
    public record Kept(int version, String at) {}

    /** A note in the margin: what was seen, what to do, and where. */
    public record Note(String kind, String quote, int nth, String what, String todo) {}

    @PUT
    @Path("letters/{id}/text")
    @Operation(summary = "Keeps the text of a draft; 409 when another version was saved since")
    public Response save(@PathParam("id") long id, Text text) {
        if (text == null || text.html == null) {
            return new Problem(400, "No text", null).answer(asked.getRequestUri());
        }
        try {
            Saved saved = writing.save(caller.get(), id, text.version, text.html);
            return Response.ok(new Kept(saved.version(), dates.time(saved.at()))).build();
        } catch (StaleDraft stale) {
            return new Problem(409, "Saved elsewhere", words.say(stale.room(), stale.key()))
                    .answer(asked.getRequestUri());
        }
    }

    @PUT
    @Path("letters/{id}/look")
    @Operation(summary = "Chooses the letterhead, shows or hides the facts from the records")
    public Response look(@PathParam("id") long id, Look look) {
        if (look == null) {
            return new Problem(400, "Nothing chosen", null).answer(asked.getRequestUri());
        }
        int version = writing.look(caller.get(), id, look.letterhead, look.contextHidden);
        return Response.ok(new Kept(version, null)).build();
    }

    @GET
    @Path("letters/{id}/hints")
    @Operation(summary = "Notes in the margin of a draft, for who writes it; kept nowhere")
    public List<Note> hints(@PathParam("id") long id) {
        return hinting.of(caller.get(), id).stream().map(this::note).toList();
    }

    private Note note(Hint hint) {
        String kind = hint.kind().name();
        Object[] arguments = hint.arguments().toArray();
        return new Note(
                kind,
                hint.quote(),
                hint.nth(),
                words.say("hint", kind + ".what", arguments),
                hint.kind() == Hint.Kind.PATIENT
                        ? words.say("privacy", hint.arguments().get(0).toString())
                        : words.say("hint", kind + ".todo", arguments));
    }
}
