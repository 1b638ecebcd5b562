package org.preceptorportal.shell.web;

import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Refusal;
import org.preceptorportal.shell.Words;

/**
 * Words every error of the API as a problem: what is not the caller's is 404, a refusal 422 in the
 * words of its room, unreadable input 400. Anything else is ours: logged, and 500 without details.
 */
@Provider
public class ApiErrors implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ApiErrors.class.getName());

    @Context UriInfo asked;
    @Inject Words words;

    @Override
    public Response toResponse(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof NotForCaller) {
                return answer(404, "Not found", "There is no such thing for you.");
            }
            if (t instanceof Refusal refusal) {
                return answer(422, "Not possible now", words.why(refusal));
            }
            if (t instanceof UnreadableBody unreadable) {
                return answer(400, "Unreadable request", unreadable.getMessage());
            }
            if (t instanceof ConstraintViolationException
                    || t instanceof JsonException
                    || t instanceof JsonbException) {
                return answer(
                        400, "Unreadable request", "The request does not have the form expected.");
            }
            if (t instanceof WebApplicationException http) {
                return ofHttp(http);
            }
            if (t instanceof ProcessingException) {
                return answer(400, "Unreadable request", null);
            }
        }
        LOG.log(Level.ERROR, "A call of the API failed: " + asked.getPath(), thrown);
        return answer(500, "Something went wrong on our side", "Please try again in a minute.");
    }

    private Response ofHttp(WebApplicationException thrown) {
        int status = thrown.getResponse().getStatus();
        if (status < 400) {
            return thrown.getResponse();
        }
        String title =
                switch (status) {
                    case 404 -> "Not found";
                    case 405 -> "This address does not take that method";
                    case 406, 415 -> "This format is not spoken here";
                    default ->
                            Response.Status.fromStatusCode(status) == null
                                    ? "Not possible"
                                    : Response.Status.fromStatusCode(status).getReasonPhrase();
                };
        Response.ResponseBuilder answer =
                Response.fromResponse(
                        new Problem(status, title, null).answer(asked.getRequestUri()));
        Object allow = thrown.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    private Response answer(int status, String title, String detail) {
        return new Problem(status, title, detail).answer(asked.getRequestUri());
    }
}
