package org.preceptorportal.watch.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.manifest.ArtefactDiff.Verdict;
import org.preceptorportal.manifest.ManifestDiff;
import org.preceptorportal.manifest.Manifests;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.Runs;
import org.preceptorportal.shell.CurrentCaller;

/** How two nights differ: {@code /watch/compare}. */
@Named("watchComparePage")
@ViewScoped
public class ComparePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int NIGHTS = 60;

    @Inject transient Runs runs;
    @Inject transient Manifests manifests;
    @Inject transient CurrentCaller caller;

    private Long first;
    private Long second;
    private transient List<NightView> nights;
    private transient ManifestDiff diff;

    public void load() {
        nights = runs.nights(caller.get(), NIGHTS).stream().filter(n -> !n.active()).toList();
        diff =
                first == null || second == null
                        ? null
                        : manifests.compare(caller.get(), first, second);
    }

    public String show() {
        return "/watch/compare?faces-redirect=true&first=" + first + "&second=" + second;
    }

    public Verdict[] getVerdicts() {
        return Verdict.values();
    }

    public List<ManifestDiff.Step> getSteps() {
        return diff.steps().stream().filter(ManifestDiff.Step::differs).toList();
    }

    public List<NightView> getNights() {
        return nights;
    }

    public ManifestDiff getDiff() {
        return diff;
    }

    public Long getFirst() {
        return first;
    }

    public void setFirst(Long first) {
        this.first = first;
    }

    public Long getSecond() {
        return second;
    }

    public void setSecond(Long second) {
        this.second = second;
    }
}
