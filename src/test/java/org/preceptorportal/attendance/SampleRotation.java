package org.preceptorportal.attendance;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.time.LocalDate;
import org.preceptorportal.roster.Rotation;

/** Rotation 7 of institution 1: learner 5 with preceptor 3 at site 9, 40 hours a week. */
final class SampleRotation {
    private SampleRotation() {}

    static Rotation from(LocalDate start, LocalDate end) {
        try {
            Constructor<Rotation> make = Rotation.class.getDeclaredConstructor();
            make.setAccessible(true);
            Rotation rotation = make.newInstance();
            set(rotation, "id", 7L);
            set(rotation, "tenantId", 1L);
            set(rotation, "learnerId", 5L);
            set(rotation, "preceptorId", 3L);
            set(rotation, "siteId", 9L);
            set(rotation, "startDate", start);
            set(rotation, "endDate", end);
            set(rotation, "hoursPerWeek", 40);
            return rotation;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(Rotation rotation, String name, Object value)
            throws ReflectiveOperationException {
        Field field = Rotation.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(rotation, value);
    }
}
