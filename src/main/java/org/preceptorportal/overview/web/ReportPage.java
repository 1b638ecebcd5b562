package org.preceptorportal.overview.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.overview.FigureTable;
import org.preceptorportal.overview.GroupReport;
import org.preceptorportal.overview.GroupReports;
import org.preceptorportal.shell.CurrentCaller;

/** A kept report about a cohort, a preceptor or a site: figures and downloads. */
@Named("overviewReportPage")
@RequestScoped
public class ReportPage {
    @Inject CurrentCaller caller;
    @Inject GroupReports reports;

    private Long id;
    private GroupReport report;
    private FigureTable table;

    /** A preceptor without a parameter means themselves. */
    public void open() {
        report =
                id == null ? reports.own(caller.get()).orElse(null) : reports.get(caller.get(), id);
        table = report == null ? null : reports.table(caller.get(), report);
    }

    public GroupReport getReport() {
        return report;
    }

    public FigureTable getTable() {
        return table;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
