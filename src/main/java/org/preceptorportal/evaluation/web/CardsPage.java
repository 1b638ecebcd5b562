package org.preceptorportal.evaluation.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.card.CardPrinting;
import org.preceptorportal.card.PrintedCard;
import org.preceptorportal.roster.RosterDirectory;
import org.preceptorportal.roster.Site;
import org.preceptorportal.shell.CurrentCaller;

/** All cards of a site and a span of days, for one print. */
@Named("evaluationCardsPage")
@ViewScoped
public class CardsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject CardPrinting printing;
    @Inject RosterDirectory roster;
    @Inject Clock clock;

    private final Map<String, Long> sites = new LinkedHashMap<>();
    private Long site;
    private LocalDate from;
    private LocalDate until;
    private boolean half;
    private List<PrintedCard> cards;

    @PostConstruct
    void begin() {
        for (Site each : roster.everybody(caller.get()).sites()) {
            sites.put(each.name(), each.id());
        }
        from = LocalDate.now(clock);
        until = from.plusWeeks(1);
    }

    public void show() {
        cards = printing.many(caller.get(), site, from, until);
    }

    public Map<String, Long> getSites() {
        return sites;
    }

    /** Null before anything was asked for. */
    public List<PrintedCard> getCards() {
        return cards;
    }

    public Long getSite() {
        return site;
    }

    public void setSite(Long site) {
        this.site = site;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public boolean isHalf() {
        return half;
    }

    public void setHalf(boolean half) {
        this.half = half;
    }
}
