package org.preceptorportal.overview.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.overview.Source;
import org.preceptorportal.overview.Sources;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.NotForCaller;

/** The evaluations behind one figure. */
@Named("overviewSourcesPage")
@RequestScoped
public class SourcesPage {
    @Inject CurrentCaller caller;
    @Inject Sources sources;

    private Long learner;
    private Long report;
    private String domain;
    private String scale;
    private boolean activity;
    private List<Source> all = List.of();

    public void open() {
        if (domain == null || scale == null || (learner == null) == (report == null)) {
            throw new NotForCaller("figure");
        }
        Slice slice = new Slice(activity, domain, scale);
        all =
                learner != null
                        ? sources.ofLearner(caller.get(), learner, slice)
                        : sources.ofGroup(caller.get(), report, slice);
    }

    public List<Source> getAll() {
        return all;
    }

    /** Two decimals, as reports print them. */
    public String mean(Source source) {
        return source.mean() == null ? "" : String.format(Locale.ROOT, "%.2f", source.mean());
    }

    public Long getLearner() {
        return learner;
    }

    public void setLearner(Long learner) {
        this.learner = learner;
    }

    public Long getReport() {
        return report;
    }

    public void setReport(Long report) {
        this.report = report;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getScale() {
        return scale;
    }

    public void setScale(String scale) {
        this.scale = scale;
    }

    public boolean isActivity() {
        return activity;
    }

    public void setActivity(boolean activity) {
        this.activity = activity;
    }
}
