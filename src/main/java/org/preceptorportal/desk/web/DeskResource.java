package org.preceptorportal.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.preceptorportal.desk.DeskExport;
import org.preceptorportal.desk.DeskFilter;
import org.preceptorportal.desk.Order;
import org.preceptorportal.desk.Show;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.CurrentCaller;

/** The desk's lists as files, with the filter of the page's address. */
@Path("desk")
@Tag(name = "desk", description = "Who owes which evaluation")
@RequestScoped
public class DeskResource {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject CurrentCaller caller;
    @Inject DeskExport export;
    @Inject Clock clock;

    @QueryParam("show")
    String show;

    @QueryParam("phase")
    String phase;

    @QueryParam("site")
    Long site;

    @QueryParam("preceptor")
    Long preceptor;

    @QueryParam("learner")
    Long learner;

    @QueryParam("q")
    String words;

    @QueryParam("sort")
    String sort;

    @QueryParam("reversed")
    boolean reversed;

    @GET
    @Path("evaluations.csv")
    @Operation(operationId = "exportEvaluationsCsv", summary = "The list as CSV")
    @APIResponse(responseCode = "200", description = "text/csv, UTF-8 with a byte order mark")
    public Response csv() {
        Caller who = caller.get();
        DeskFilter filter = filter();
        StreamingOutput body = out -> export.csv(who, filter, out);
        return file(body, "text/csv; charset=UTF-8", "csv");
    }

    @GET
    @Path("evaluations.xlsx")
    @Operation(operationId = "exportEvaluationsXlsx", summary = "The list as a spreadsheet")
    @APIResponse(responseCode = "200", description = "An Office Open XML workbook")
    public Response xlsx() {
        Caller who = caller.get();
        DeskFilter filter = filter();
        StreamingOutput body = out -> export.xlsx(who, filter, out);
        return file(body, XLSX, "xlsx");
    }

    private DeskFilter filter() {
        return new DeskFilter(
                Query.value(Show.class, show).orElse(null),
                Query.value(Phase.class, phase).orElse(null),
                site,
                preceptor,
                learner,
                words,
                Query.value(Order.class, sort).orElse(null),
                reversed);
    }

    private Response file(StreamingOutput body, String type, String ending) {
        String name = "evaluations-" + LocalDate.now(clock) + "." + ending;
        return Response.ok(body, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
