package org.preceptorportal.overview.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.preceptorportal.overview.GroupFile;
import org.preceptorportal.overview.GroupReports;
import org.preceptorportal.shell.CurrentCaller;

/** Reports about cohorts, preceptors and sites as files; each download is in the audit trail. */
@Path("group-reports")
@Tag(name = "group-reports", description = "Reports about cohorts, preceptors and rotation sites")
@RequestScoped
public class GroupReportsResource {
    @Inject CurrentCaller caller;
    @Inject GroupReports reports;

    @GET
    @Path("{id}.pdf")
    @Produces("application/pdf")
    @Operation(operationId = "getGroupReport", summary = "A report about a group")
    @APIResponse(responseCode = "200", description = "PDF/A-2a")
    @APIResponse(responseCode = "404", description = "No report for you")
    public Response pdf(@PathParam("id") long id) {
        return answer(reports.pdf(caller.get(), id));
    }

    @GET
    @Path("{id}.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(operationId = "getGroupFigures", summary = "The figures of that report")
    @APIResponse(responseCode = "200", description = "RFC 4180")
    @APIResponse(responseCode = "404", description = "No report for you")
    public Response csv(@PathParam("id") long id) {
        return answer(reports.csv(caller.get(), id));
    }

    private static Response answer(GroupFile file) {
        return Response.ok(file.bytes())
                .tag(new EntityTag(file.sha256().hex()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + file.name() + "\"")
                .build();
    }
}
