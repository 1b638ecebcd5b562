package org.preceptorportal.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.form.FormView.VersionView;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;

/** A coordinator writes, publishes and retires the forms of the institution. */
@ApplicationScoped
public class Publishing {
    @Inject FormVersions versions;
    @Inject Forms forms;
    @Inject FormUse use;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Words words;

    /** The institution's own forms, then the portal's, each with its versions. */
    @Transactional
    public List<FormView> list(Caller caller) {
        mustBeCoordinator(caller);
        Map<String, Long> answered = use.answered(caller.tenantId());
        Map<String, List<FormVersion>> own = new LinkedHashMap<>();
        for (FormVersion each : versions.all(caller.tenantId())) {
            own.computeIfAbsent(each.code(), c -> new ArrayList<>()).add(each);
        }
        List<FormView> views = new ArrayList<>();
        own.forEach((code, rows) -> views.add(view(code, rows, answered)));
        for (EvaluationForm form : forms.shipped()) {
            long n = answered.getOrDefault(form.code() + "-" + form.version(), 0L);
            views.add(
                    new FormView(
                            form.code(),
                            form.title(),
                            false,
                            form.purpose(),
                            List.of(new VersionView(form.version(), null, null, null, n)),
                            null,
                            null));
        }
        return views;
    }

    private FormView view(String code, List<FormVersion> rows, Map<String, Long> answered) {
        List<VersionView> published =
                rows.stream()
                        .filter(f -> !f.draft())
                        .map(
                                f ->
                                        new VersionView(
                                                f.number(),
                                                f.publishedAt(),
                                                f.publishedBy(),
                                                f.retiredAt(),
                                                answered.getOrDefault(code + "-" + f.number(), 0L)))
                        .toList();
        Optional<FormVersion> draft = rows.stream().filter(FormVersion::draft).findAny();
        Optional<FormVersion> newest = rows.stream().filter(f -> !f.draft()).findFirst();
        return new FormView(
                code,
                newest.or(() -> draft).orElseThrow().title(),
                true,
                newest.map(f -> f.form().purpose()).orElse(null),
                published,
                draft.map(FormVersion::id).orElse(null),
                draft.map(FormVersion::savedAt).orElse(null));
    }

    /** Which form a new evaluation gets, by rotation type and purpose. */
    @Transactional
    public Map<RotationType, Map<Purpose, EvaluationForm>> inUse(Caller caller) {
        mustBeCoordinator(caller);
        Map<RotationType, Map<Purpose, EvaluationForm>> table = new EnumMap<>(RotationType.class);
        for (RotationType type : RotationType.values()) {
            Map<Purpose, EvaluationForm> row = new EnumMap<>(Purpose.class);
            for (Purpose purpose : Purpose.values()) {
                row.put(purpose, forms.current(caller.tenantId(), purpose, type));
            }
            table.put(type, row);
        }
        return table;
    }

    /**
     * Begins a form of the institution's own with the text of another one, or the next version of
     * an own form.
     *
     * @param another true for another form beside an own one, false for its next version; a form of
     *     the portal is always copied
     * @return id of the draft; the one that is there already when the next version was begun
     * @throws NotForCaller when there is no such version
     */
    @Transactional
    public long start(Caller caller, String code, int number, boolean another) {
        mustBeCoordinator(caller);
        EvaluationForm source =
                forms.find(caller.tenantId(), code, number)
                        .orElseThrow(() -> audit.refuse(caller, "form", code));
        String text = forms.text(caller.tenantId(), code, number).orElseThrow();
        versions.lockInstitution(caller.tenantId());
        if (code.startsWith(Forms.OWN) && !another) {
            Optional<FormVersion> begun =
                    versions.ofCode(caller.tenantId(), code).stream()
                            .filter(FormVersion::draft)
                            .findAny();
            return begun.orElseGet(() -> add(caller, code, source.title(), text)).id();
        }
        String fresh = freshCode(caller.tenantId(), code);
        String renamed = text.replaceFirst("(?m)^form:.*$", "form: " + fresh);
        return add(caller, fresh, source.title(), renamed).id();
    }

    private FormVersion add(Caller caller, String code, String title, String text) {
        FormVersion draft = new FormVersion(caller, code, title, text, clock);
        versions.add(draft);
        return draft;
    }

    private String freshCode(long tenantId, String code) {
        String base = code.startsWith(Forms.OWN) ? code : Forms.OWN + code;
        String fresh = base;
        for (int i = 2; !versions.ofCode(tenantId, fresh).isEmpty(); i++) {
            fresh = base + "-" + i;
        }
        return fresh;
    }

    /**
     * @throws NotForCaller when it is not a draft of the caller's institution
     */
    @Transactional
    public FormDraft draft(Caller caller, long id) {
        return show(own(caller, versions.get(id), id));
    }

    /**
     * Keeps a text, broken or not.
     *
     * @param version the version whose text the caller saw
     * @throws FormChangedElsewhere when there is a newer one
     */
    @Transactional
    public FormDraft save(Caller caller, long id, int version, String text) {
        FormVersion draft = own(caller, versions.getForChange(id), id);
        if (draft.version() != version) {
            throw new FormChangedElsewhere();
        }
        String plain = text.replace("\r\n", "\n");
        draft.write(
                plain.length() > FormFile.LONGEST
                        ? plain.substring(0, FormFile.LONGEST + 1)
                        : plain,
                caller,
                clock);
        FormReading reading = read(draft);
        if (reading.good()) {
            draft.become(reading.form().code(), reading.form().title());
        }
        versions.flush();
        return show(draft);
    }

    /**
     * Makes the draft the form's newest version; new evaluations use it from now on.
     *
     * @return its number
     * @throws FormHasProblems when the text is no form
     * @throws FormTypeTaken when another own form serves the same purpose and rotation type
     * @throws FormUnchanged when it says what the newest version says
     * @throws FormChangedElsewhere when the caller saw an older text
     */
    @Transactional
    public int publish(Caller caller, long id, int version) {
        mustBeCoordinator(caller);
        versions.lockInstitution(caller.tenantId());
        FormVersion draft = own(caller, versions.getForChange(id), id);
        if (draft.version() != version) {
            throw new FormChangedElsewhere();
        }
        FormReading reading = read(draft);
        if (!reading.good()) {
            throw new FormHasProblems(reading.problems().size());
        }
        EvaluationForm form = reading.form();
        mustBeFree(caller.tenantId(), form);
        Optional<FormVersion> newest = newest(draft);
        List<FormChange> changes =
                newest.map(n -> FormDiff.between(n.form(), form)).orElse(List.of());
        if (newest.isPresent() && newest.get().retiredAt() == null && changes.isEmpty()) {
            throw new FormUnchanged(newest.get().number());
        }
        draft.publish(form, caller, clock);
        audit.record(
                caller,
                "form.published",
                "form",
                form.code(),
                "version " + form.version() + ", " + changes.size() + " changes");
        return form.version();
    }

    /** FO-5. */
    private void mustBeFree(long tenantId, EvaluationForm form) {
        for (EvaluationForm other : forms.ownInUse(tenantId)) {
            if (!other.code().equals(form.code()) && other.purpose() == form.purpose()) {
                for (RotationType type : form.rotationTypes()) {
                    if (other.rotationTypes().contains(type)) {
                        throw new FormTypeTaken(words.say("form", "type." + type), other.title());
                    }
                }
            }
        }
    }

    /**
     * New evaluations go back to the portal's form; answered ones keep this one. Does nothing when
     * it is retired already.
     *
     * @throws NotForCaller when it is no published form of the caller's institution
     */
    @Transactional
    public void retire(Caller caller, String code) {
        mustBeCoordinator(caller);
        versions.lockInstitution(caller.tenantId());
        List<FormVersion> published =
                versions.ofCode(caller.tenantId(), code).stream().filter(f -> !f.draft()).toList();
        if (published.isEmpty()) {
            throw audit.refuse(caller, "form", code);
        }
        List<FormVersion> inUse = published.stream().filter(f -> f.retiredAt() == null).toList();
        if (!inUse.isEmpty()) {
            inUse.forEach(f -> f.retire(caller, clock));
            audit.record(caller, "form.retired", "form", code, "all versions");
        }
    }

    /**
     * Throws a draft away.
     *
     * @throws NotForCaller when it is not a draft of the caller's institution
     */
    @Transactional
    public void discard(Caller caller, long id) {
        FormVersion draft = own(caller, versions.getForChange(id), id);
        versions.remove(draft);
        audit.record(caller, "form.draft-discarded", "form", draft.code(), "");
    }

    /**
     * A published version as a file.
     *
     * @throws NotForCaller when there is no such version
     */
    @Transactional
    public String text(Caller caller, String code, int number) {
        mustBeCoordinator(caller);
        return forms.text(caller.tenantId(), code, number)
                .orElseThrow(() -> audit.refuse(caller, "form", code));
    }

    /**
     * A published version.
     *
     * @throws NotForCaller when there is no such version
     */
    @Transactional
    public EvaluationForm form(Caller caller, String code, int number) {
        mustBeCoordinator(caller);
        return forms.find(caller.tenantId(), code, number)
                .orElseThrow(() -> audit.refuse(caller, "form", code));
    }

    private FormDraft show(FormVersion draft) {
        FormReading reading = read(draft);
        return new FormDraft(
                draft.id(),
                draft.code(),
                next(draft),
                draft.body(),
                draft.version(),
                draft.savedAt(),
                draft.savedBy(),
                reading,
                reading.good()
                        ? newest(draft)
                                .map(n -> FormDiff.between(n.form(), reading.form()))
                                .orElse(List.of())
                        : List.of());
    }

    /** Reads the draft's text, and checks its code against the institution's other forms. */
    private FormReading read(FormVersion draft) {
        FormReading reading = FormFile.read(draft.body(), next(draft));
        if (!reading.good()) {
            return reading;
        }
        String code = reading.form().code();
        if (!code.startsWith(Forms.OWN)) {
            return reading.but(codeProblem(draft, "codeOwn", code));
        }
        if (!code.equals(draft.code())) {
            if (newest(draft).isPresent()) {
                return reading.but(codeProblem(draft, "codeKept", draft.code()));
            }
            if (!versions.ofCode(draft.tenantId(), code).isEmpty()) {
                return reading.but(codeProblem(draft, "codeUsed", code));
            }
        }
        return reading;
    }

    private FormProblem codeProblem(FormVersion draft, String key, String code) {
        long before = draft.body().lines().takeWhile(l -> !l.startsWith("form:")).count();
        return new FormProblem((int) before + 1, 1, words.say("form", "problem." + key, code));
    }

    private Optional<FormVersion> newest(FormVersion draft) {
        return versions.ofCode(draft.tenantId(), draft.code()).stream()
                .filter(f -> !f.draft())
                .findFirst();
    }

    private int next(FormVersion draft) {
        return newest(draft).map(n -> n.number() + 1).orElse(1);
    }

    private FormVersion own(Caller caller, Optional<FormVersion> found, long id) {
        mustBeCoordinator(caller);
        return found.filter(f -> f.tenantId() == caller.tenantId() && f.draft())
                .orElseThrow(() -> audit.refuse(caller, "form", id));
    }

    private void mustBeCoordinator(Caller caller) {
        if (!caller.is(Role.COORDINATOR)) {
            throw audit.refuse(caller, "form", "");
        }
    }
}
