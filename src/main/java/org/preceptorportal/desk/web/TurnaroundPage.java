package org.preceptorportal.desk.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.desk.DeskLists;
import org.preceptorportal.desk.Turnaround;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.CurrentCaller;

/** How long evaluations take, as a picture and the table behind it. */
@Named("deskTurnaroundPage")
@ViewScoped
public class TurnaroundPage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Days of the picture's first and last bar; the last one holds all that took longer. */
    private static final int FIRST = -7;

    private static final int LAST = 45;
    private static final int WIDTH = 12;
    private static final int HEIGHT = 180;

    /** One bar: all in the picture's units. */
    public record Bar(int x, int y, int height, String days, long n) implements Serializable {}

    /** One row of the table: from so many to so many days. */
    public record Span(Integer from, Integer to, long n, long percent) implements Serializable {}

    @Inject CurrentCaller caller;
    @Inject DeskLists lists;
    @Inject Sites sites;
    @Inject Preceptors preceptors;

    private Phase phase = Phase.FINAL;
    private Long site;
    private Long preceptor;
    private transient Turnaround turnaround;

    public void open() {
        turnaround = lists.turnaround(caller.get(), getPhase(), site, preceptor);
    }

    public String find() {
        StringBuilder way = new StringBuilder("/desk/turnaround?faces-redirect=true");
        way.append("&phase=").append(getPhase());
        if (site != null) {
            way.append("&site=").append(site);
        }
        if (preceptor != null) {
            way.append("&preceptor=").append(preceptor);
        }
        return way.toString();
    }

    public List<Bar> getBars() {
        long most = 1;
        for (int day = FIRST; day <= LAST; day++) {
            most = Math.max(most, on(day));
        }
        List<Bar> bars = new ArrayList<>();
        for (int day = FIRST; day <= LAST; day++) {
            long n = on(day);
            int height = n == 0 ? 0 : Math.max(2, (int) (n * HEIGHT / most));
            bars.add(
                    new Bar(
                            place(day),
                            HEIGHT - height,
                            height,
                            day == LAST ? LAST + " +" : day == FIRST ? "≤ " + FIRST : "" + day,
                            n));
        }
        return bars;
    }

    private long on(int day) {
        return turnaround.between(
                day == FIRST ? Integer.MIN_VALUE : day, day == LAST ? Integer.MAX_VALUE : day);
    }

    /** Where a day's bar begins. */
    public int place(int day) {
        return (Math.max(FIRST, Math.min(LAST, day)) - FIRST) * WIDTH;
    }

    public List<Integer> getTicks() {
        return List.of(-7, 0, 7, 14, 21, 28, 35, 42);
    }

    public List<Span> getSpans() {
        List<Span> spans = new ArrayList<>();
        int[] ends = {-1, 3, 7, 14, 21, 28};
        Integer from = null;
        for (int end : ends) {
            spans.add(span(from, end));
            from = end + 1;
        }
        spans.add(span(from, null));
        return spans;
    }

    private Span span(Integer from, Integer to) {
        long n =
                turnaround.between(
                        from == null ? Integer.MIN_VALUE : from,
                        to == null ? Integer.MAX_VALUE : to);
        long total = turnaround.total();
        return new Span(from, to, n, total == 0 ? 0 : Math.round(100.0 * n / total));
    }

    public Map<String, Long> getSites() {
        Map<String, Long> byName = new LinkedHashMap<>();
        sites.all(caller.get().tenantId()).forEach(each -> byName.put(each.name(), each.id()));
        return byName;
    }

    public Map<String, Long> getPreceptors() {
        Map<String, Long> byName = new LinkedHashMap<>();
        preceptors.all(caller.get().tenantId()).stream()
                .sorted(java.util.Comparator.comparing(p -> p.fullName()))
                .forEach(each -> byName.put(each.fullName(), each.id()));
        return byName;
    }

    public Turnaround getTurnaround() {
        return turnaround;
    }

    public Phase[] getPhases() {
        return Phase.values();
    }

    public Phase getPhase() {
        return phase == null ? Phase.FINAL : phase;
    }

    public void setPhase(Phase phase) {
        this.phase = phase;
    }

    public Long getSite() {
        return site;
    }

    public void setSite(Long site) {
        this.site = site;
    }

    public Long getPreceptor() {
        return preceptor;
    }

    public void setPreceptor(Long preceptor) {
        this.preceptor = preceptor;
    }
}
