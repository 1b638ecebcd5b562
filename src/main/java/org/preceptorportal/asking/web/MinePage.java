package org.preceptorportal.asking.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.asking.LetterRequesting;
import org.preceptorportal.asking.MyLetter;
import org.preceptorportal.shell.CurrentCaller;

/** A learner's letters, one line each: the stage, never the content of a waived one (S1). */
@Named("askingMinePage")
@RequestScoped
public class MinePage {
    @Inject CurrentCaller caller;
    @Inject LetterRequesting requesting;

    private List<MyLetter> letters;
    private boolean mayAsk;

    @PostConstruct
    void read() {
        letters = requesting.mine(caller.get());
        mayAsk = requesting.rotations(caller.get()).stream().anyMatch(r -> !r.asked());
    }

    public List<MyLetter> getLetters() {
        return letters;
    }

    /** True when some rotation has no letter yet. */
    public boolean isMayAsk() {
        return mayAsk;
    }
}
