package org.preceptorportal.desk.web;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import org.preceptorportal.desk.DeskFilter;
import org.preceptorportal.desk.Order;
import org.preceptorportal.desk.Show;
import org.preceptorportal.duty.Phase;

/** The filter as it stands in an address and in the fields; what makes no sense is left out. */
public class Query implements Serializable {
    private static final long serialVersionUID = 1L;

    private String show;
    private Phase phase;
    private Long site;
    private Long preceptor;
    private Long learner;
    private String words;
    private String sort;
    private boolean reversed;

    public DeskFilter filter() {
        return new DeskFilter(
                value(Show.class, show).orElse(null),
                phase,
                site,
                preceptor,
                learner,
                words,
                value(Order.class, sort).orElse(null),
                reversed);
    }

    static <E extends Enum<E>> Optional<E> value(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findAny();
    }

    public String getShow() {
        return show;
    }

    public void setShow(String show) {
        this.show = show;
    }

    public Phase getPhase() {
        return phase;
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

    public Long getLearner() {
        return learner;
    }

    public void setLearner(Long learner) {
        this.learner = learner;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public boolean isReversed() {
        return reversed;
    }

    public void setReversed(boolean reversed) {
        this.reversed = reversed;
    }
}
