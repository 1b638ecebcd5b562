package org.preceptorportal.evaluation;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.time.LocalDate;
import org.preceptorportal.duty.Duty;
import org.preceptorportal.duty.DutyState;
import org.preceptorportal.duty.Phase;

/** Preceptor 3 of institution 1 owes it from 23 November 2026 on; as the database would give it. */
final class SampleDuty {
    static final LocalDate OPENS = LocalDate.of(2026, 11, 23);

    private SampleDuty() {}

    static Duty of(Phase phase) {
        try {
            Constructor<Duty> make = Duty.class.getDeclaredConstructor();
            make.setAccessible(true);
            Duty duty = make.newInstance();
            set(duty, "id", 5L);
            set(duty, "tenantId", 1L);
            set(duty, "rotationId", 7L);
            set(duty, "preceptorId", 3L);
            set(duty, "phase", phase);
            set(duty, "opensOn", OPENS);
            set(duty, "state", DutyState.OPEN);
            return duty;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(Duty duty, String name, Object value)
            throws ReflectiveOperationException {
        Field field = Duty.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(duty, value);
    }
}
