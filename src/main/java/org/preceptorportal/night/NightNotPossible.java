package org.preceptorportal.night;

import org.preceptorportal.shell.Refusal;

/** What was asked of a night does not exist here. */
public class NightNotPossible extends Refusal {
    private static final long serialVersionUID = 1L;

    private NightNotPossible(String key, java.io.Serializable... args) {
        super("night", key, args);
    }

    static NightNotPossible future() {
        return new NightNotPossible("order.future");
    }

    static NightNotPossible noSuchJob(String job) {
        return new NightNotPossible("order.noSuchJob", job);
    }

    static NightNotPossible notForOneProgram(String job) {
        return new NightNotPossible("order.notForOneProgram", job);
    }

    static NightNotPossible notAsked() {
        return new NightNotPossible("order.notAsked");
    }

    static NightNotPossible notAskedThen() {
        return new NightNotPossible("order.notAskedThen");
    }

    static NightNotPossible overAlready() {
        return new NightNotPossible("order.over");
    }
}
