package org.preceptorportal.form.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.preceptorportal.form.FormDraft;
import org.preceptorportal.form.Publishing;
import org.preceptorportal.shell.CurrentCaller;

/** Evaluation forms as files; docs/forms.md tells the format. */
@Path("forms")
@Tag(name = "forms", description = "Evaluation forms")
@RequestScoped
public class FormsResource {
    private static final String YAML = "application/yaml;charset=UTF-8";

    @Inject CurrentCaller caller;
    @Inject Publishing publishing;

    @GET
    @Path("{code}/{version}.yaml")
    @Produces(YAML)
    @Operation(operationId = "getForm", summary = "A published version of a form")
    @APIResponse(responseCode = "200", description = "YAML")
    @APIResponse(responseCode = "404", description = "No such version for you")
    public Response published(@PathParam("code") String code, @PathParam("version") int version) {
        return answer(publishing.text(caller.get(), code, version), code + "-" + version);
    }

    @GET
    @Path("drafts/{id}.yaml")
    @Produces(YAML)
    @Operation(operationId = "getFormDraft", summary = "The draft of a form's next version")
    @APIResponse(responseCode = "200", description = "YAML, perhaps with mistakes")
    @APIResponse(responseCode = "404", description = "No such draft for you")
    public Response draft(@PathParam("id") long id) {
        FormDraft draft = publishing.draft(caller.get(), id);
        return answer(draft.text(), draft.code() + "-draft");
    }

    private static Response answer(String text, String name) {
        return Response.ok(text)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + ".yaml\"")
                .build();
    }
}
