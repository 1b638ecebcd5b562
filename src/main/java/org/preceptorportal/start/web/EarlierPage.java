package org.preceptorportal.start.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.start.LetterStarting;
import org.preceptorportal.start.LetterStarting.Name;
import org.preceptorportal.start.LetterStarting.TakeOver;

/** An earlier letter with its names, before its words are taken over: {@code /start/earlier}. */
@Named("startEarlierPage")
@ViewScoped
public class EarlierPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterStarting starting;

    private long id;
    private long from;
    private transient TakeOver found;
    private final Map<String, String> instead = new LinkedHashMap<>();

    public void read() {
        getNames().forEach(name -> instead.put(name.name(), name.instead()));
    }

    public String take() {
        starting.fromEarlier(caller.get(), id, from, instead);
        return "/letter/draft?faces-redirect=true&id=" + id;
    }

    public TakeOver getFound() {
        if (found == null) {
            found = starting.look(caller.get(), id, from);
        }
        return found;
    }

    public List<Name> getNames() {
        return getFound().names();
    }

    /** By name: what takes its place. */
    public Map<String, String> getInstead() {
        return instead;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public long getFrom() {
        return from;
    }

    public void setFrom(long from) {
        this.from = from;
    }
}
