package org.preceptorportal.signing.web;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.signing.CoAuthors;
import org.preceptorportal.signing.CoAuthors.Invited;

/** Who signs a letter beside its author. */
@Named("signingAuthorsPage")
@ViewScoped
public class AuthorsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject CoAuthors coAuthors;
    @Inject Words words;

    private long id;
    private Letter.Chair chairing;
    private String fault;
    private String name;
    private Long who;
    private boolean chair;
    private ArrayList<SelectItem> found = new ArrayList<>();
    private boolean nobody;

    public void read() {
        CoAuthors.Chairing now = coAuthors.chair(caller.get(), id);
        chairing = now.who();
        fault = now.fault();
    }

    public List<Invited> getInvited() {
        return coAuthors.list(caller.get(), id);
    }

    public void find() {
        found = new ArrayList<>();
        coAuthors
                .find(caller.get(), id, name)
                .forEach(
                        c ->
                                found.add(
                                        new SelectItem(
                                                c.preceptorId(),
                                                c.name() + " · " + c.specialty())));
        nobody = found.isEmpty();
    }

    public String invite() {
        coAuthors.invite(caller.get(), id, who, chair);
        return again();
    }

    public String sayChair() {
        coAuthors.chairedBy(caller.get(), id, chairing);
        return again();
    }

    public List<SelectItem> getChairs() {
        return Arrays.stream(Letter.Chair.values())
                .map(each -> new SelectItem(each, words.say("signing", "authors.chair." + each)))
                .toList();
    }

    public String remove(long preceptorId) {
        coAuthors.remove(caller.get(), id, preceptorId);
        return again();
    }

    public String earlier(long preceptorId) {
        coAuthors.earlier(caller.get(), id, preceptorId);
        return again();
    }

    private String again() {
        return "/signing/authors?faces-redirect=true&id=" + id;
    }

    public List<SelectItem> getFound() {
        return found;
    }

    public boolean isNobody() {
        return nobody;
    }

    /** Why it cannot be signed like this; null when it can. */
    public String getFault() {
        return fault;
    }

    public Letter.Chair getChairing() {
        return chairing;
    }

    public void setChairing(Letter.Chair chairing) {
        this.chairing = chairing;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Long getWho() {
        return who;
    }

    public void setWho(Long who) {
        this.who = who;
    }

    public boolean isChair() {
        return chair;
    }

    public void setChair(boolean chair) {
        this.chair = chair;
    }
}
