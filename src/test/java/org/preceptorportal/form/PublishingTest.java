package org.preceptorportal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;

class PublishingTest {
    private static final Caller COORDINATOR =
            new Caller(5L, 1, Role.COORDINATOR, null, null, "Cora", null);
    private static final Caller STRANGER =
            new Caller(6L, 2, Role.COORDINATOR, null, null, "Sam", null);
    private static final String CODE = "own-clerkship-final";

    private final List<String> trail = new ArrayList<>();
    private final Kept kept = new Kept();
    private final Forms forms = new Forms();
    private final Publishing publishing = new Publishing();

    @BeforeEach
    void wire() {
        forms.versions = kept;
        forms.read();
        publishing.versions = kept;
        publishing.forms = forms;
        publishing.use = tenant -> Map.of("clerkship-final-1", 7L);
        publishing.words = new Words();
        publishing.clock = Clock.fixed(Instant.parse("2026-11-22T14:02:00Z"), ZoneOffset.UTC);
        publishing.audit =
                new AuditTrail() {
                    @Override
                    public void record(
                            Caller by, String action, String type, Object id, String detail) {
                        trail.add(action + " " + id + " " + detail);
                    }

                    @Override
                    public NotForCaller refuse(Caller caller, String type, Object id) {
                        return new NotForCaller(type);
                    }
                };
    }

    @Test
    void anInstitutionsOwnFormBeatsThePortalsOnceItIsPublished() {
        long draft = startFromPortal();
        assertThat(current(RotationType.CLERKSHIP).code()).isEqualTo("clerkship-final");
        assertThat(publishing.publish(COORDINATOR, draft, 0)).isEqualTo(1);
        assertThat(current(RotationType.CLERKSHIP).code()).isEqualTo(CODE);
        assertThat(current(RotationType.OBSERVERSHIP).code()).isEqualTo("observership-final");
        assertThat(forms.current(2, Purpose.FINAL, RotationType.CLERKSHIP).code())
                .as("of another institution")
                .isEqualTo("clerkship-final");
        assertThat(trail)
                .containsExactly("form.published own-clerkship-final version 1, 0 changes");
    }

    @Test
    void oldAnswersKeepTheirLabels() {
        publishing.publish(COORDINATOR, startFromPortal(), 0);
        long next = publishing.start(COORDINATOR, CODE, 1, false);
        String text = publishing.draft(COORDINATOR, next).text();
        FormDraft saved =
                publishing.save(
                        COORDINATOR,
                        next,
                        0,
                        text.replace("label: Works across cultures", "label: Bridges cultures"));
        assertThat(saved.changes())
                .extracting(FormChange::before, FormChange::after)
                .containsExactly(tuple("Works across cultures", "Bridges cultures"));
        assertThat(publishing.publish(COORDINATOR, next, 0)).isEqualTo(2);
        assertThat(forms.get(1, CODE, 1).item("culture").label())
                .isEqualTo("Works across cultures");
        assertThat(forms.get(1, CODE, 2).item("culture").label()).isEqualTo("Bridges cultures");
        assertThat(current(RotationType.ELECTIVE).version()).isEqualTo(2);

        publishing.retire(COORDINATOR, CODE);
        assertThat(current(RotationType.ELECTIVE).code()).isEqualTo("clerkship-final");
        assertThat(forms.get(1, CODE, 1).item("culture").label())
                .as("after it was retired")
                .isEqualTo("Works across cultures");
    }

    @Test
    void aRetiredFormMayComeBackAsANewVersion() {
        publishing.publish(COORDINATOR, startFromPortal(), 0);
        publishing.retire(COORDINATOR, CODE);
        long again = publishing.start(COORDINATOR, CODE, 1, false);
        assertThat(publishing.publish(COORDINATOR, again, 0)).isEqualTo(2);
        assertThat(current(RotationType.CLERKSHIP).version()).isEqualTo(2);
    }

    @Test
    void twoFormsNeverServeTheSamePurposeAndRotationType() {
        publishing.publish(COORDINATOR, startFromPortal(), 0);
        long other = startFromPortal();
        assertThat(publishing.draft(COORDINATOR, other).code()).isEqualTo(CODE + "-2");
        assertThatThrownBy(() -> publishing.publish(COORDINATOR, other, 0))
                .isInstanceOf(FormTypeTaken.class);
        publishing.retire(COORDINATOR, CODE);
        assertThat(publishing.publish(COORDINATOR, other, 0)).isEqualTo(1);
    }

    @Test
    void aBrokenDraftIsKeptButNotPublished() {
        long draft = startFromPortal();
        FormDraft saved = publishing.save(COORDINATOR, draft, 0, "form: own-x\ntitel: Mine\n");
        assertThat(saved.text()).contains("titel");
        assertThat(saved.reading().problems()).hasSizeGreaterThan(1);
        assertThatThrownBy(() -> publishing.publish(COORDINATOR, draft, 0))
                .isInstanceOf(FormHasProblems.class);
    }

    @Test
    void theSameTextIsNotPublishedTwice() {
        publishing.publish(COORDINATOR, startFromPortal(), 0);
        long next = publishing.start(COORDINATOR, CODE, 1, false);
        assertThat(publishing.start(COORDINATOR, CODE, 1, false))
                .as("one draft for each form")
                .isEqualTo(next);
        assertThatThrownBy(() -> publishing.publish(COORDINATOR, next, 0))
                .isInstanceOf(FormUnchanged.class);
    }

    @Test
    void theCodeIsTheInstitutionsAndLastsOnceItIsPublished() {
        long draft = startFromPortal();
        String text = publishing.draft(COORDINATOR, draft).text();
        assertThat(reasons(draft, text.replace(CODE, "clerkship-final")))
                .containsExactly(
                        "\"clerkship-final\" cannot be the code of your own form: begin it with"
                                + " \"own-\".");
        assertThat(reasons(draft, text.replace(CODE, "own-ward"))).isEmpty();
        publishing.publish(COORDINATOR, draft, 0);
        long next = publishing.start(COORDINATOR, "own-ward", 1, false);
        assertThat(reasons(next, text))
                .containsExactly(
                        "this is a version of \"own-ward\" and keeps that code; for another form,"
                                + " copy it.");
        assertThat(publishing.draft(COORDINATOR, next).reading().problems().get(0).line())
                .isEqualTo(2);
    }

    @Test
    void aStaleSaveIsRefused() {
        long draft = startFromPortal();
        assertThatThrownBy(() -> publishing.save(COORDINATOR, draft, 3, "x"))
                .isInstanceOf(FormChangedElsewhere.class);
    }

    @Test
    void s4_nobodyElseReachesADraftOrAForm() {
        long draft = startFromPortal();
        Caller preceptor = new Caller(7L, 1, Role.PRECEPTOR, 3L, null, "Ada", null);
        for (Caller other : List.of(STRANGER, preceptor)) {
            assertThatThrownBy(() -> publishing.draft(other, draft))
                    .isInstanceOf(NotForCaller.class);
            assertThatThrownBy(() -> publishing.publish(other, draft, 0))
                    .isInstanceOf(NotForCaller.class);
        }
        publishing.publish(COORDINATOR, draft, 0);
        assertThatThrownBy(() -> publishing.retire(STRANGER, CODE))
                .isInstanceOf(NotForCaller.class);
        assertThatThrownBy(() -> publishing.text(STRANGER, CODE, 1))
                .isInstanceOf(NotForCaller.class);
    }

    @Test
    void theListTellsHowOftenEachVersionWasAnswered() {
        startFromPortal();
        List<FormView> list = publishing.list(COORDINATOR);
        assertThat(list.get(0).code()).isEqualTo(CODE);
        assertThat(list.get(0).published()).isFalse();
        assertThat(list)
                .filteredOn(f -> f.code().equals("clerkship-final"))
                .singleElement()
                .satisfies(f -> assertThat(f.versions().get(0).answered()).isEqualTo(7));
    }

    private long startFromPortal() {
        return publishing.start(COORDINATOR, "clerkship-final", 1, true);
    }

    private List<String> reasons(long draft, String text) {
        return publishing.save(COORDINATOR, draft, 0, text).reading().problems().stream()
                .map(FormProblem::reason)
                .toList();
    }

    private EvaluationForm current(RotationType type) {
        return forms.current(1, Purpose.FINAL, type);
    }

    /** The table, in memory. */
    private static final class Kept extends FormVersions {
        private final List<FormVersion> rows = new ArrayList<>();

        @Override
        Optional<FormVersion> get(long id) {
            return rows.stream().filter(f -> f.id() == id).findAny();
        }

        @Override
        Optional<FormVersion> getForChange(long id) {
            return get(id);
        }

        @Override
        List<FormVersion> all(long tenantId) {
            return rows.stream()
                    .filter(f -> f.tenantId() == tenantId)
                    .sorted(
                            Comparator.comparing(FormVersion::code)
                                    .thenComparing(f -> f.draft() ? -99 : -f.number()))
                    .toList();
        }

        @Override
        List<FormVersion> ofCode(long tenantId, String code) {
            return all(tenantId).stream().filter(f -> f.code().equals(code)).toList();
        }

        @Override
        Optional<FormVersion> published(long tenantId, String code, int number) {
            return ofCode(tenantId, code).stream()
                    .filter(f -> !f.draft() && f.number() == number)
                    .findAny();
        }

        @Override
        List<Long> inUse(long tenantId) {
            return all(tenantId).stream()
                    .filter(f -> !f.draft() && f.retiredAt() == null)
                    .filter(f -> published(tenantId, f.code(), f.number() + 1).isEmpty())
                    .map(FormVersion::id)
                    .toList();
        }

        @Override
        void add(FormVersion draft) {
            try {
                Field id = FormVersion.class.getDeclaredField("id");
                id.setAccessible(true);
                id.set(draft, rows.size() + 1L);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
            rows.add(draft);
        }

        @Override
        void lockInstitution(long tenantId) {}

        @Override
        void flush() {}
    }
}
