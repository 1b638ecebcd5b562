package org.preceptorportal.roster.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.RosterDirectory;
import org.preceptorportal.roster.Site;
import org.preceptorportal.shell.CurrentCaller;

/** Everybody of an institution's rosters: {@code /roster/people}. */
@Named("rosterPeoplePage")
@ViewScoped
public class PeoplePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject transient RosterDirectory directory;
    @Inject transient CurrentCaller caller;

    private transient RosterDirectory.Everybody everybody;
    private transient Map<Long, String> siteNames;

    @PostConstruct
    void load() {
        everybody = directory.everybody(caller.get());
        siteNames = everybody.sites().stream().collect(Collectors.toMap(Site::id, Site::name));
    }

    public List<Learner> getLearners() {
        return everybody.learners();
    }

    public List<Preceptor> getPreceptors() {
        return everybody.preceptors();
    }

    public List<Program> getPrograms() {
        return everybody.programs();
    }

    public String siteName(long siteId) {
        return siteNames.get(siteId);
    }
}
