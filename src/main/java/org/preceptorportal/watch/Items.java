package org.preceptorportal.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preceptorportal.access.Doors;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.SkipView;
import org.preceptorportal.night.StepView;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.roster.Site;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;

/**
 * What ledgers and manifests call by number, in words: whose artefact it is, and where what was
 * left out is mended.
 */
@Named("watchItems")
@ApplicationScoped
public class Items {
    private static final Pattern FIELD = Pattern.compile("(\\w+)=(\\S+)");

    /** Steps whose items are learners, programs with a learner, or programs. */
    private static final Map<String, String> LEARNERS =
            Map.of("clinical-skill-reports", "learner", "preceptor-reports", "preceptor");

    private static final List<String> PACKETS = List.of("applicant-files", "letter-packets");

    @Inject Learners learners;
    @Inject Programs programs;
    @Inject Preceptors preceptors;
    @Inject Sites sites;
    @Inject Doors doors;
    @Inject CurrentCaller caller;
    @Inject Words words;

    /**
     * Where to mend it.
     *
     * @param path within the portal
     * @param key of the link's word
     */
    public record Way(String path, String key) {}

    /** " (Letter packets, Internal Medicine, dry run)"; nothing for a whole night. */
    public String part(NightView night) {
        List<String> parts = new ArrayList<>();
        if (night.onlyJob() != null) {
            parts.add(job(night.onlyJob()));
        }
        if (night.program() != null) {
            parts.add(night.programName());
        }
        if (night.dryRun()) {
            parts.add(words.say("watch", "night.dryShort"));
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    /** "Clinical-skill report"; a kind without words by its own name. */
    public String kind(String kind) {
        return said("watch", "kind." + kind).orElseGet(() -> kind.replace('_', ' '));
    }

    /** "Skill reports" of {@code skill-reports}; a job without words by its own name. */
    public String job(String job) {
        return said("watch", "job." + job).orElseGet(() -> job.replace('-', ' '));
    }

    /** The same of a step. */
    public String step(String step) {
        return said("night", "step." + step).orElseGet(() -> step.replace('-', ' '));
    }

    /** What a step counted, in the words of its kind. */
    public String counts(StepView step, boolean dryRun) {
        String key = dryRun ? "night.dryCounts" : "night.counts";
        Object[] counts = {step.made(), step.unchanged(), step.skipped()};
        return said("watch", key + "." + step.step(), counts)
                .orElseGet(() -> words.say("watch", key, counts));
    }

    /** "Linh Nguyễn · Internal Medicine" of {@code learner=12 program=3}. */
    public String item(String item) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(item);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        // A report about one of several kinds says first of which.
        if (fields.containsKey("kind") && fields.containsKey("subject")) {
            String kind = fields.remove("kind").toLowerCase(Locale.ROOT);
            fields.put(kind, fields.remove("subject"));
        }
        List<String> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add(part(name, value)));
        return parts.isEmpty() ? item : String.join(" · ", parts);
    }

    private String part(String name, String value) {
        if (!value.matches("\\d{1,18}")) {
            return value;
        }
        long id = Long.parseLong(value);
        Optional<String> known =
                switch (name) {
                    case "learner" -> learners.find(id).map(Learner::fullName);
                    case "program" -> programs.find(id).map(Program::name);
                    case "preceptor" -> preceptors.find(id).map(Preceptor::fullName);
                    case "site" -> sites.find(id).map(Site::name);
                    default -> Optional.empty();
                };
        return known.orElseGet(
                () -> words.say("watch", "item.other", name.replace('_', ' '), value));
    }

    /** Where the caller can mend what was left out; null when there is no such page for them. */
    public Way way(SkipView skip) {
        String who = LEARNERS.get(skip.step());
        if (who != null && skip.item().matches("\\d{1,18}") && may("/desk/evaluations")) {
            return new Way(
                    "/desk/evaluations?show=ALL&" + who + "=" + skip.item(), "night.mend." + who);
        }
        if (PACKETS.contains(skip.step()) && may("/packet/shelf")) {
            return new Way("/packet/shelf", "night.mend.program");
        }
        return skip.step().equals("audit-anchors") && may("/audit/trail")
                ? new Way("/audit/trail", "night.mend.trail")
                : null;
    }

    private boolean may(String page) {
        return doors.page(page).filter(door -> door.admits(caller.get())).isPresent();
    }

    private Optional<String> said(String room, String key, Object... arguments) {
        try {
            return Optional.of(words.say(room, key, arguments));
        } catch (MissingResourceException e) {
            // A job or table that came after these words.
            return Optional.empty();
        }
    }
}
