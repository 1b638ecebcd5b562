package org.preceptorportal.letter.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.preceptorportal.letter.DeskLetter;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.shell.CurrentCaller;

/**
 * A preceptor's letters. The list is kept with the view, so that a button means the letter it stood
 * beside, whatever has arrived since.
 */
@Named("letterDeskPage")
@ViewScoped
public class DeskPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterWriting writing;

    private List<DeskLetter> all;

    @PostConstruct
    void read() {
        all = writing.desk(caller.get());
    }

    public String open(long id) {
        writing.open(caller.get(), id);
        return "/asking/open?faces-redirect=true&id=" + id;
    }

    public List<DeskLetter> getAsked() {
        return of(EnumSet.of(LetterStatus.REQUESTED, LetterStatus.OPENED));
    }

    public List<DeskLetter> getWriting() {
        return of(EnumSet.of(LetterStatus.DRAFTING, LetterStatus.SIGNING));
    }

    public List<DeskLetter> getSigned() {
        return of(EnumSet.of(LetterStatus.SIGNED, LetterStatus.WITHDRAWN));
    }

    private List<DeskLetter> of(Set<LetterStatus> states) {
        return all.stream().filter(letter -> states.contains(letter.status())).toList();
    }
}
