package org.preceptorportal.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.preceptorportal.access.SignIns;
import org.preceptorportal.access.SignIns.DraftKey;

/** What the portal's own pages ask about the sign-in they are in. */
@Path("/sign-in")
@RequestScoped
public class SignInCalls {
    @Inject SignIns signIns;
    @Inject HttpServletRequest request;

    /** For what a page keeps in the browser while the network is away (AC-10). */
    @GET
    @Path("/draft-key")
    @Produces(MediaType.APPLICATION_JSON)
    public DraftKey draftKey() {
        return signIns.draftKey(Visits.here(request));
    }
}
