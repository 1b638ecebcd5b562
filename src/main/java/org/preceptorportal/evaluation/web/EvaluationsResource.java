package org.preceptorportal.evaluation.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.preceptorportal.evaluation.Autosave;
import org.preceptorportal.evaluation.Change;
import org.preceptorportal.evaluation.Evaluating;
import org.preceptorportal.evaluation.EvaluationIncomplete;
import org.preceptorportal.evaluation.EvaluationNotViewed;
import org.preceptorportal.evaluation.EvaluationSheet;
import org.preceptorportal.evaluation.PatientDataHit;
import org.preceptorportal.evaluation.PatientDataSuspected;
import org.preceptorportal.evaluation.SavedAnswer;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Refusal;
import org.preceptorportal.shell.Words;
import org.preceptorportal.shell.web.Problem;

/** What the evaluation form's script calls, in the session of who is signed in. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EvaluationsResource {
    @Inject Evaluating evaluating;
    @Inject CurrentCaller caller;
    @Inject Dates dates;
    @Inject Words words;
    @Context UriInfo asked;

    /** Changes as a browser sends them. */
    public static class Changes {
        public List<Sent> changes;
    }

    /** One of them. */
    public static class Sent {
        public String question;
        public String value;
        public int revision;
    }

    /** What a browser showed, and why what looks like patient data may stand. */
    public static class Seen {
        public Integer seen;
        public String justification;
    }

    /** A draft with the answers it has already. */
    public record Opened(long evaluation, Collection<SavedAnswer> answers) {}

    /** What became of changes. */
    public record Kept(
            List<SavedAnswer> saved,
            List<SavedAnswer> conflicts,
            List<PatientDataHit> hits,
            String at,
            int missing,
            int revision) {}

    @PUT
    @Path("duties/{duty}/evaluation")
    @Operation(summary = "Opens the draft of a duty, made when there is none")
    public Opened open(@PathParam("duty") long duty) {
        long id = evaluating.open(caller.get(), duty);
        EvaluationSheet sheet = evaluating.sheet(caller.get(), duty);
        return new Opened(id, sheet.saved().values());
    }

    @PATCH
    @Path("evaluations/{id}/answers")
    @Operation(summary = "Keeps answers, each with the revision it was changed from")
    public Kept save(@PathParam("id") long id, Changes body) {
        List<Change> changes =
                body == null || body.changes == null
                        ? List.of()
                        : body.changes.stream()
                                .map(c -> new Change(c.question, c.value, c.revision))
                                .toList();
        Autosave kept = evaluating.save(caller.get(), id, changes);
        return new Kept(
                kept.saved(),
                kept.conflicts(),
                kept.hits(),
                dates.time(kept.at()),
                kept.missing(),
                kept.revision());
    }

    @PUT
    @Path("evaluations/{id}/view")
    @Operation(summary = "Notes that its preceptor had the whole evaluation on the screen")
    public Response view(@PathParam("id") long id, Seen body) {
        try {
            evaluating.view(caller.get(), id, body == null || body.seen == null ? -1 : body.seen);
            return Response.noContent().build();
        } catch (EvaluationNotViewed changed) {
            return refused(changed, Map.of("again", true));
        }
    }

    @POST
    @Path("evaluations/{id}/handover")
    @Operation(summary = "An assistant hands the draft over to the preceptor")
    public Response handOver(@PathParam("id") long id) {
        evaluating.ready(caller.get(), id);
        return Response.noContent().build();
    }

    @POST
    @Path("evaluations/{id}/submission")
    @Operation(summary = "Submits for good what was viewed")
    public Response submit(@PathParam("id") long id, Seen body) {
        try {
            evaluating.submit(caller.get(), id, body == null ? null : body.justification);
            return Response.ok(Map.of("evaluation", id)).build();
        } catch (EvaluationIncomplete incomplete) {
            return refused(incomplete, Map.of("missing", incomplete.missing()));
        } catch (PatientDataSuspected suspected) {
            return refused(suspected, Map.of("hits", suspected.hits()));
        } catch (EvaluationNotViewed changed) {
            return refused(changed, Map.of("again", true));
        }
    }

    private Response refused(Refusal refusal, Map<String, Object> more) {
        String why = words.why(refusal);
        return new Problem(422, "Not possible now", why, more).answer(asked.getRequestUri());
    }
}
