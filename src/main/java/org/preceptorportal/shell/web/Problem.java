package org.preceptorportal.shell.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * An error as RFC 9457 words it. It tells nothing internal: no class names, no messages of
 * libraries, no stack traces.
 *
 * @param status the HTTP status
 * @param title short, the same for each problem of its kind
 * @param detail what happened this time and what to do, or null
 * @param more further members, for instance the id of the run that is in the way
 */
public record Problem(int status, String title, String detail, Map<String, Object> more) {
    public static final MediaType TYPE = new MediaType("application", "problem+json");

    public Problem(int status, String title, String detail) {
        this(status, title, detail, Map.of());
    }

    /**
     * @param instance the path that was asked for
     */
    public Response answer(URI instance) {
        Map<String, Object> members = new TreeMap<>(more);
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status);
        if (detail != null) {
            members.put("detail", detail);
        }
        members.put("instance", instance.getPath());
        return Response.status(status).type(TYPE).entity(members).build();
    }
}
