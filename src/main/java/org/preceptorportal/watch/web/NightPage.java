package org.preceptorportal.watch.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.preceptorportal.manifest.ManifestView;
import org.preceptorportal.manifest.Manifests;
import org.preceptorportal.night.NightProgram;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.Nights;
import org.preceptorportal.night.Order;
import org.preceptorportal.night.ProgramJob;
import org.preceptorportal.night.Runs;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.watch.Bars;
import org.preceptorportal.watch.MissedNights;
import org.preceptorportal.watch.Progress;

/** One night, and those before it: {@code /watch/night}. */
@Named("watchNightPage")
@ViewScoped
public class NightPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int EARLIER = 30;

    @Inject transient Runs runs;
    @Inject transient Nights nights;
    @Inject transient Manifests manifests;
    @Inject transient MissedNights missed;
    @Inject transient Programs programs;
    @Inject transient CurrentCaller caller;
    @Inject transient Clock clock;

    private Long id;
    private LocalDate date;
    private String job;
    private Long program;
    private boolean dryRun;
    private boolean asked;
    private transient List<NightView> all;
    private transient NightView night;
    private transient Progress progress;
    private transient ManifestView manifest;

    /** Called for the page and for each poll. */
    public void load() {
        all = runs.nights(caller.get(), EARLIER);
        if (id == null && !all.isEmpty()) {
            id = all.get(0).id();
        }
        night = id == null ? null : runs.night(caller.get(), id);
        progress = night == null ? null : Progress.of(night, all, clock.instant());
        manifest =
                night == null || night.active()
                        ? null
                        : manifests.of(caller.get(), night.id()).orElse(null);
    }

    public String start() {
        return see(nights.start(caller.get(), Order.tonight()));
    }

    public String startSo() {
        return see(nights.start(caller.get(), new Order(date, job, program, dryRun, asked)));
    }

    public String stop() {
        nights.stop(caller.get(), id);
        return see(id);
    }

    public String restart() {
        nights.restart(caller.get(), id);
        return see(id);
    }

    public String pause() {
        nights.pause(caller.get());
        return see(id);
    }

    public String resume() {
        nights.resume(caller.get());
        return see(id);
    }

    private static String see(Long night) {
        return "/watch/night?faces-redirect=true" + (night == null ? "" : "&id=" + night);
    }

    public boolean isBusy() {
        return all.stream().anyMatch(each -> each.active() && each.program() == null);
    }

    public boolean isPaused() {
        return nights.paused(caller.get());
    }

    /** The newest night that is due and never began, or null. */
    public LocalDate getMissed() {
        return missed.of(caller.get().tenantId()).orElse(null);
    }

    public List<Bars.Line> getTimes() {
        return Bars.of(night, clock.instant());
    }

    public Bars.Bar length(NightView of) {
        return Bars.of(of, all);
    }

    /** The like of this night before it, to compare with; or null. */
    public NightView getBefore() {
        return all.stream()
                .filter(each -> each.id() < night.id() && !each.active() && isLike(each))
                .findFirst()
                .orElse(null);
    }

    /** Whether going on with this night still makes sense: its like has not been done since. */
    public boolean isRestartable() {
        return night.restartable()
                && !isBusy()
                && all.stream().noneMatch(n -> n.id() > night.id() && n.completed() && isLike(n));
    }

    private boolean isLike(NightView other) {
        return Objects.equals(other.onlyJob(), night.onlyJob())
                && Objects.equals(other.program(), night.program())
                && other.dryRun() == night.dryRun();
    }

    /** When the next night begins by itself. */
    public Instant getNext() {
        return missed.next();
    }

    public List<Program> getPrograms() {
        return programs.all(caller.get().tenantId());
    }

    public List<String> getJobs() {
        return NightProgram.get().jobs().stream().map(ProgramJob::name).toList();
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public String getJob() {
        return job;
    }

    public void setJob(String job) {
        this.job = job;
    }

    public Long getProgram() {
        return program;
    }

    public void setProgram(Long program) {
        this.program = program;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public boolean isAsked() {
        return asked;
    }

    public void setAsked(boolean asked) {
        this.asked = asked;
    }

    /** Whether programs must be left alone now, unless they asked themselves. */
    public boolean isOnlyIfAsked() {
        return nights.onlyIfAsked();
    }

    public List<NightView> getAll() {
        return all;
    }

    public NightView getNight() {
        return night;
    }

    public Progress getProgress() {
        return progress;
    }

    public ManifestView getManifest() {
        return manifest;
    }
}
