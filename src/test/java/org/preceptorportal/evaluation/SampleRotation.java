package org.preceptorportal.evaluation;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Map;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.RotationType;

/** Rotation 7 of learner 2 with preceptor 3 in institution 1, as the database would give it. */
final class SampleRotation {
    private SampleRotation() {}

    static Rotation make() {
        try {
            Constructor<Rotation> make = Rotation.class.getDeclaredConstructor();
            make.setAccessible(true);
            Rotation rotation = make.newInstance();
            Map<String, Object> values =
                    Map.of(
                            "id", 7L,
                            "tenantId", 1L,
                            "learnerId", 2L,
                            "preceptorId", 3L,
                            "type", RotationType.EXTERNSHIP);
            for (Map.Entry<String, Object> each : values.entrySet()) {
                Field field = Rotation.class.getDeclaredField(each.getKey());
                field.setAccessible(true);
                field.set(rotation, each.getValue());
            }
            return rotation;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
