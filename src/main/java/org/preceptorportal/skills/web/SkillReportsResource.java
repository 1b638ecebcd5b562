package org.preceptorportal.skills.web;

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
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.skills.SkillReportFile;
import org.preceptorportal.skills.SkillReports;

/** A learner's newest clinical-skill report as a file; each download is in the audit trail. */
@Path("skill-reports")
@Tag(name = "skill-reports", description = "Clinical-skill reports")
@RequestScoped
public class SkillReportsResource {
    @Inject CurrentCaller caller;
    @Inject SkillReports reports;

    @GET
    @Path("{learner}.pdf")
    @Produces("application/pdf")
    @Operation(operationId = "getSkillReport", summary = "The newest report of a learner")
    @APIResponse(responseCode = "200", description = "PDF/A-2a")
    @APIResponse(responseCode = "404", description = "No report for you")
    public Response pdf(@PathParam("learner") long learner) {
        return answer(reports.pdf(caller.get(), learner));
    }

    @GET
    @Path("{learner}.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(operationId = "getSkillFigures", summary = "The figures of that report")
    @APIResponse(responseCode = "200", description = "RFC 4180, one row for each domain")
    @APIResponse(responseCode = "404", description = "No report for you")
    public Response csv(@PathParam("learner") long learner) {
        return answer(reports.csv(caller.get(), learner));
    }

    private static Response answer(SkillReportFile file) {
        return Response.ok(file.bytes())
                .tag(new EntityTag(file.sha256().hex()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + file.name() + "\"")
                .build();
    }
}
