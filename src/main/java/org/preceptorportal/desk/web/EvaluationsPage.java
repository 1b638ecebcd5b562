package org.preceptorportal.desk.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.desk.DeskActions;
import org.preceptorportal.desk.DeskFilter;
import org.preceptorportal.desk.DeskLists;
import org.preceptorportal.desk.Order;
import org.preceptorportal.desk.Outcome;
import org.preceptorportal.desk.Show;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.roster.Colleague;
import org.preceptorportal.roster.Colleagues;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The coordinator's desk: a filtered list, a selection, one bar of actions. */
@Named("deskEvaluationsPage")
@ViewScoped
public class EvaluationsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int COLLEAGUES = 6;

    @Inject CurrentCaller caller;
    @Inject DeskLists lists;
    @Inject DeskActions actions;
    @Inject Sites sites;
    @Inject Preceptors preceptors;
    @Inject Learners learners;
    @Inject Colleagues colleagues;
    @Inject Words words;
    @Inject Clock clock;

    private final Query query = new Query();
    private final Picks picks = new Picks();
    private final LazyDataModel<DutyView> rows = new Rows();
    private DeskFilter filter = DeskFilter.owed();
    private Map<Show, Long> counts;
    private String reason;
    private String name;
    private List<Colleague> found = List.of();

    private final class Rows extends LazyDataModel<DutyView> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return counts.get(filter.show()).intValue();
        }

        @Override
        public List<DutyView> load(
                int first,
                int size,
                Map<String, SortMeta> sorting,
                Map<String, FilterMeta> filters) {
            picks.take(FacesContext.getCurrentInstance());
            List<DutyView> page = lists.page(caller.get(), filter, first, size);
            picks.shows(page);
            return page;
        }
    }

    public void open() {
        filter = query.filter();
        counts = lists.counts(caller.get(), filter);
    }

    /** Another filter is another address. */
    public String find() {
        return to(query.filter());
    }

    public void pickAll() {
        picks.everything(true);
    }

    public void pickNone() {
        picks.everything(false);
    }

    public String remind() {
        return said("reminded", actions.remind(caller.get(), picks.selection(filter)));
    }

    public String excuse() {
        return said("excused", actions.excuse(caller.get(), picks.selection(filter), reason));
    }

    public String reopen() {
        return said("reopened", actions.reopen(caller.get(), picks.selection(filter), reason));
    }

    public void search() {
        found = colleagues.find(caller.get(), name, 0, COLLEAGUES);
    }

    public String handTo(Colleague to) {
        return said("handed", actions.reassign(caller.get(), picks.selection(filter), to.id()));
    }

    private String said(String what, Outcome outcome) {
        FacesContext faces = FacesContext.getCurrentInstance();
        say(faces, words.say("desk", "done." + what, outcome.done()));
        outcome.left().forEach((why, n) -> say(faces, words.say("desk", "done.left", n, why)));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return to(filter);
    }

    private static void say(FacesContext faces, String text) {
        faces.addMessage(null, new FacesMessage(text));
    }

    private static String to(DeskFilter filter) {
        return "/desk/evaluations?faces-redirect=true&" + filter.query();
    }

    /** The address of the same page with another filter. */
    public String way(DeskFilter other) {
        String asked = other.query();
        return "/desk/evaluations" + (asked.isEmpty() ? "" : "?" + asked);
    }

    public long picked() {
        return picks.number(counts.get(filter.show()));
    }

    public boolean overdue(DutyView duty) {
        return duty.overdue(clock.instant());
    }

    /** Days late, of what is owed until now, of what was submitted until then; 0 when in time. */
    public long daysLate(DutyView duty) {
        Instant until = duty.submitted() ? duty.submittedAt() : clock.instant();
        boolean counts = duty.submitted() || duty.open();
        return counts ? Math.max(0, Duration.between(duty.due(), until).toDays()) : 0;
    }

    public Map<String, Long> getSites() {
        Map<String, Long> byName = new LinkedHashMap<>();
        sites.all(caller.get().tenantId()).forEach(site -> byName.put(site.name(), site.id()));
        return byName;
    }

    public Map<String, Phase> getPhases() {
        Map<String, Phase> byWord = new LinkedHashMap<>();
        Arrays.stream(Phase.values())
                .forEach(each -> byWord.put(words.say("desk", "phase." + each), each));
        return byWord;
    }

    /** Only ids of the caller's institution have a name. */
    public String getPreceptorName() {
        return preceptors
                .find(filter.preceptor())
                .filter(p -> p.tenantId() == caller.get().tenantId())
                .map(p -> p.fullName())
                .orElse("?");
    }

    public String getLearnerName() {
        return learners.find(filter.learner())
                .filter(l -> l.tenantId() == caller.get().tenantId())
                .map(l -> l.fullName())
                .orElse("?");
    }

    public Show[] getShows() {
        return Show.values();
    }

    public Order[] getOrders() {
        return Order.values();
    }

    public Query getQuery() {
        return query;
    }

    public Picks getPicks() {
        return picks;
    }

    public LazyDataModel<DutyView> getRows() {
        return rows;
    }

    public DeskFilter getFilter() {
        return filter;
    }

    public Map<Show, Long> getCounts() {
        return counts;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Colleague> getFound() {
        return found;
    }
}
