package org.preceptorportal.night.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.Nights;
import org.preceptorportal.night.Runs;
import org.preceptorportal.night.StepView;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;

/** One night and the strip of those before: {@code /night/runs}. */
@Named("nightRunsPage")
@ViewScoped
public class RunsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int STRIP = 30;

    @Inject transient Runs runs;
    @Inject transient Nights nights;
    @Inject transient CurrentCaller caller;
    @Inject transient Words words;
    @Inject transient Clock clock;

    private Long id;
    private transient List<NightView> strip;
    private transient NightView run;

    /** Called for the page and for each poll. */
    public void load() {
        strip = runs.nights(caller.get(), STRIP);
        if (id == null && !strip.isEmpty()) {
            id = strip.get(0).id();
        }
        run = id == null ? null : runs.night(caller.get(), id);
    }

    public String start() {
        return "/night/runs?faces-redirect=true&id=" + nights.start(caller.get());
    }

    /** "about 3 minutes left", or empty. */
    public String remaining(StepView step) {
        return step.remaining(clock.instant())
                .map(rest -> words.say("night", "runs.remaining", Math.max(1, rest.toMinutes())))
                .orElse("");
    }

    public boolean isBusy() {
        return !strip.isEmpty() && strip.stream().anyMatch(NightView::active);
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public List<NightView> getStrip() {
        return strip;
    }

    public NightView getRun() {
        return run;
    }
}
