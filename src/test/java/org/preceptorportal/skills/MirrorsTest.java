package org.preceptorportal.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.evaluation.Evaluation;
import org.preceptorportal.evaluation.EvaluationStatus;
import org.preceptorportal.evaluation.Evaluations;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/** SK-7: nobody but the preceptor looks into the mirror. */
class MirrorsTest {
    private final List<Role> refused = new ArrayList<>();
    private final Mirrors mirrors = new Mirrors();

    @Test
    void nobodyElseLooksIntoIt() throws ReflectiveOperationException {
        Evaluation evaluation = submitted();
        mirrors.evaluations =
                new Evaluations() {
                    @Override
                    public Evaluation get(long id) {
                        return evaluation;
                    }
                };
        mirrors.audit =
                new AuditTrail() {
                    @Override
                    public NotForCaller refuse(Caller caller, String type, Object id) {
                        refused.add(caller.role());
                        return new NotForCaller(type);
                    }
                };
        List<Caller> others =
                List.of(
                        caller(1, Role.ASSISTANT, 3L),
                        caller(1, Role.PRECEPTOR, 4L),
                        caller(2, Role.PRECEPTOR, 3L),
                        caller(1, Role.LEARNER, 5L),
                        caller(1, Role.LEARNER, 3L),
                        caller(1, Role.COORDINATOR, null),
                        caller(1, Role.ADMINISTRATOR, null),
                        caller(1, Role.AUDITOR, null));
        for (Caller other : others) {
            assertThatThrownBy(() -> mirrors.after(other, 7)).isInstanceOf(NotForCaller.class);
        }
        assertThat(refused).hasSameSizeAs(others);
    }

    private static Caller caller(long tenant, Role role, Long person) {
        return new Caller(null, tenant, role, person, null, "Somebody", null);
    }

    private static Evaluation submitted() throws ReflectiveOperationException {
        Constructor<Evaluation> make = Evaluation.class.getDeclaredConstructor();
        make.setAccessible(true);
        Evaluation evaluation = make.newInstance();
        set(evaluation, "tenantId", 1L);
        set(evaluation, "learnerId", 5L);
        set(evaluation, "preceptorId", 3L);
        set(evaluation, "status", EvaluationStatus.SUBMITTED);
        return evaluation;
    }

    private static void set(Evaluation on, String name, Object value)
            throws ReflectiveOperationException {
        Field field = Evaluation.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(on, value);
    }
}
