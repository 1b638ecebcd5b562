package org.preceptorportal.overview.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.preceptorportal.overview.GroupKind;
import org.preceptorportal.overview.GroupReport;
import org.preceptorportal.overview.GroupReports;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.skills.SkillReportRow;
import org.preceptorportal.skills.SkillReports;

/** All reports on clinical skills: one kind at a time, found by name. */
@Named("overviewListPage")
@ViewScoped
public class ListPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 50;
    private static final String LEARNERS = "learner";

    @Inject CurrentCaller caller;
    @Inject GroupReports groups;
    @Inject SkillReports learners;

    private String kind;
    private String words = "";
    private int page;
    private List<SkillReportRow> learnerRows = List.of();
    private List<GroupReport> rows = List.of();
    private boolean more;

    public void read() {
        page = Math.max(0, page);
        words = words == null ? "" : words;
        kind = getKinds().contains(kind) ? kind : getKinds().get(0);
        int first = page * MOST;
        if (isOfLearners()) {
            learnerRows = learners.list(caller.get(), words, first, MOST + 1);
            more = learnerRows.size() > MOST;
            learnerRows = new ArrayList<>(learnerRows.subList(0, more ? MOST : learnerRows.size()));
        } else {
            GroupKind of = GroupKind.of(kind).orElseThrow();
            rows = groups.list(caller.get(), of, words, first, MOST + 1);
            more = rows.size() > MOST;
            rows = new ArrayList<>(rows.subList(0, more ? MOST : rows.size()));
        }
    }

    /** Those that the caller's role may list. */
    public List<String> getKinds() {
        List<String> kinds = new ArrayList<>();
        if (caller.get().is(Role.COORDINATOR)) {
            kinds.add(LEARNERS);
        }
        for (GroupKind each : GroupKind.values()) {
            if (groups.lists(caller.get(), each)) {
                kinds.add(each.word());
            }
        }
        return kinds;
    }

    public String find() {
        page = 0;
        return "/overview/list?faces-redirect=true&includeViewParams=true";
    }

    public boolean isOfLearners() {
        return LEARNERS.equals(kind);
    }

    public List<SkillReportRow> getLearnerRows() {
        return learnerRows;
    }

    public List<GroupReport> getRows() {
        return rows;
    }

    public boolean isMore() {
        return more;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
