package org.preceptorportal.letter;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** Letters for tests: institution 1, learner 10, preceptor 20, rotation 30. */
public final class SampleLetter {
    public static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    public static final Caller LEARNER = person(1, Role.LEARNER, 10);
    public static final Caller AUTHOR = person(1, Role.PRECEPTOR, 20);

    private SampleLetter() {}

    public static Letter requested(boolean waived) {
        Letter letter =
                new Letter(
                        1,
                        10,
                        20,
                        new RequestFacts(
                                30,
                                "Internal Medicine",
                                "Residency, 2027 season",
                                "We met on the wards.",
                                LocalDate.of(2026, 12, 15),
                                waived,
                                "Linh Nguyễn"),
                        waiver(waived),
                        NOW);
        setField(letter, "id", 100L);
        return letter;
    }

    public static Letter opened() {
        Letter letter = requested(true);
        letter.open(NOW);
        return letter;
    }

    public static Letter drafting() {
        Letter letter = opened();
        letter.accept(NOW);
        return letter;
    }

    public static Letter signed(boolean waived) {
        Letter letter = requested(waived);
        letter.open(NOW);
        letter.accept(NOW);
        letter.write(
                LetterText.parse("<p>She reasons aloud, and well.</p>"), 0, "Ana Ruiz, MD", NOW);
        letter.sign(NOW);
        return letter;
    }

    public static Letter declined() {
        Letter letter = opened();
        letter.decline(null, NOW);
        return letter;
    }

    public static Waiver waiver(boolean waived) {
        return new Waiver(waived, Waiver.CURRENT_TEXT, "Linh Nguyễn", NOW);
    }

    public static Caller person(long tenant, Role role, long personId) {
        return new Caller(1L, tenant, role, personId, null, "Somebody", null);
    }

    /** What the database would have set. */
    public static void setField(Object entity, String name, Object value) {
        try {
            Field field = entity.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(entity, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
