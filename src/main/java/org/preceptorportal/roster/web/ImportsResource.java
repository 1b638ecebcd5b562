package org.preceptorportal.roster.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.preceptorportal.roster.ImportReport;
import org.preceptorportal.roster.RosterImport;
import org.preceptorportal.roster.RosterUpload;
import org.preceptorportal.shell.CurrentCaller;

/** Roster import for other systems: the same check, the same words as the page. */
@Path("imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {
    @Inject RosterImport rosters;
    @Inject CurrentCaller caller;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Import rosters",
            description =
                    "CSV files as parts of one form, in any order; all rows of all files or none. With"
                            + " dryRun=true nothing changes. 422 lists every faulty row.")
    public Response run(
            List<EntityPart> parts, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun)
            throws IOException {
        List<RosterUpload> uploads = new ArrayList<>();
        for (EntityPart part : parts) {
            try (InputStream content = part.getContent()) {
                uploads.add(
                        new RosterUpload(
                                part.getFileName().orElse(part.getName()),
                                content.readNBytes(RosterUpload.LARGEST + 1)));
            }
        }
        ImportReport report =
                dryRun ? rosters.dryRun(caller.get(), uploads) : rosters.run(caller.get(), uploads);
        if (report.clean()) {
            return Response.ok(asJson(report)).build();
        }
        return Response.status(422)
                .type("application/problem+json")
                .entity(
                        Map.of(
                                "type", "about:blank",
                                "title", "Some rows need a correction",
                                "status", 422,
                                "detail", "Nothing was imported.",
                                "errors",
                                        report.faults().stream()
                                                .map(ImportsResource::asJson)
                                                .toList()))
                .build();
    }

    private static Map<String, Object> asJson(ImportReport report) {
        return Map.of(
                "committed",
                report.committed(),
                "files",
                report.files().stream()
                        .map(
                                f ->
                                        Map.of(
                                                "file", f.file(),
                                                "kind",
                                                        f.kind()
                                                                .name()
                                                                .toLowerCase(java.util.Locale.ROOT),
                                                "rows", f.rows(),
                                                "added", f.added(),
                                                "changed", f.changed(),
                                                "unchanged", f.unchanged()))
                        .toList(),
                "notices",
                report.notices());
    }

    private static Map<String, Object> asJson(org.preceptorportal.roster.RosterFault fault) {
        return Map.of(
                "file", fault.file(),
                "line", fault.line(),
                "column", fault.column() == null ? "" : fault.column(),
                "reason", fault.reason());
    }
}
