package org.preceptorportal.skills.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.skills.SkillReportView;
import org.preceptorportal.skills.SkillReports;

/** A learner's newest clinical-skill report: figures and downloads. */
@Named("skillsReportPage")
@RequestScoped
public class ReportPage {
    @Inject CurrentCaller caller;
    @Inject SkillReports reports;

    private Long learner;
    private SkillReportView view;

    /** A learner without a parameter means themselves. */
    public void open() {
        Caller who = caller.get();
        if (learner == null && who.is(Role.LEARNER)) {
            learner = who.personId();
        }
        if (learner != null) {
            view = reports.view(who, learner);
        }
    }

    public SkillReportView getView() {
        if (view == null) {
            throw new NotForCaller("skill report");
        }
        return view;
    }

    public Long getLearner() {
        return learner;
    }

    public void setLearner(Long learner) {
        this.learner = learner;
    }
}
