package org.preceptorportal.delivery.web;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.preceptorportal.adviser.AdviserMaySeeNoLetter;
import org.preceptorportal.delivery.Designees;
import org.preceptorportal.delivery.NextSteps;
import org.preceptorportal.delivery.Uploads;
import org.preceptorportal.shell.AddressBook.Contact;
import org.preceptorportal.shell.CurrentCaller;

/** After the signature: what to do where, with which file, and who does it. */
@Named("deliveryStepsPage")
@ViewScoped
public class StepsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject NextSteps nextSteps;
    @Inject Designees designees;
    @Inject Uploads uploads;

    private long letter;
    private transient NextSteps.Steps steps;
    private boolean adviser;
    private String channel;
    private LocalDate on;
    private String name;
    private String email;

    /** An adviser reads why there is nothing, instead of a missing page. */
    public void read() {
        on = on == null ? uploads.today(caller.get()) : on;
        try {
            steps = nextSteps.of(caller.get(), letter);
        } catch (AdviserMaySeeNoLetter refused) {
            adviser = true;
        }
    }

    public String record() {
        uploads.record(caller.get(), letter, channel, on);
        return again("done");
    }

    public String invite() {
        designees.invite(caller.get(), letter, name, email);
        return again("invited");
    }

    public String ask(String assistant, String address) {
        designees.invite(caller.get(), letter, assistant, address);
        return again("invited");
    }

    public String remove(long designeeId) {
        designees.remove(caller.get(), designeeId);
        return again("removed");
    }

    private String again(String news) {
        return "/delivery/steps?faces-redirect=true&letter=" + letter + "&news=" + news;
    }

    public NextSteps.Steps getSteps() {
        if (steps == null && !adviser) {
            read();
        }
        return steps;
    }

    /** Where a person uploads; programs served from here need nobody. */
    public List<SelectItem> getChannels() {
        return getSteps().ways().stream()
                .filter(NextSteps.Way::byHand)
                .map(way -> new SelectItem(way.channel().code(), way.channel().name()))
                .toList();
    }

    public boolean isAdviser() {
        return adviser;
    }

    public List<Designees.Shown> getDesignees() {
        return designees.of(caller.get(), letter);
    }

    public List<Contact> getAssistants() {
        return designees.assistants(caller.get(), letter);
    }

    public long getLetter() {
        return letter;
    }

    public void setLetter(long letter) {
        this.letter = letter;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public LocalDate getOn() {
        return on;
    }

    public void setOn(LocalDate on) {
        this.on = on;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
