package org.preceptorportal.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.roster.Site;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Throttle;

/** CA-1 to CA-5. */
class CardsTest {
    private static final Caller LEARNER = person(1, Role.LEARNER, 5);
    private static final Caller PRECEPTOR = person(1, Role.PRECEPTOR, 3);
    private static final Caller ASSISTANT = person(1, Role.ASSISTANT, 3);
    private static final Caller COORDINATOR =
            new Caller(2L, 1, Role.COORDINATOR, null, null, "Carla Mendes", null);
    private static final String PHONE = "203.0.113.7";

    private final List<RotationCard> kept = new ArrayList<>();
    private final List<String> trail = new ArrayList<>();
    private Instant now;
    private final Clock clock =
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneId.of("UTC");
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(now, zone);
                }
            };
    private final Cards cards = new Cards();

    CardsTest() {
        Rotation rotation = make(Rotation.class);
        set(rotation, "id", 7L);
        set(rotation, "tenantId", 1L);
        set(rotation, "learnerId", 5L);
        set(rotation, "preceptorId", 3L);
        set(rotation, "siteId", 9L);
        set(rotation, "startDate", LocalDate.of(2026, 11, 2));
        set(rotation, "endDate", LocalDate.of(2026, 11, 27));
        Site site = make(Site.class);
        set(site, "timeZone", "America/New_York");
        cards.rotations =
                new Rotations() {
                    @Override
                    public Rotation get(long id) {
                        return rotation;
                    }
                };
        cards.sites =
                new Sites() {
                    @Override
                    public Site get(long id) {
                        return site;
                    }
                };
        cards.cards = new Kept();
        cards.audit = new Trail();
        cards.clock = clock;
        cards.throttle = new Throttle(clock);
        at("2026-11-10T15:00:00Z");
    }

    private final class Kept extends RotationCards {
        @Override
        Optional<RotationCard> byCode(CardCode code) {
            return kept.stream().filter(card -> code.text().equals(code(card))).findFirst();
        }

        @Override
        Optional<RotationCard> ofRotation(long rotationId) {
            return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
        }

        @Override
        Optional<RotationCard> ofRotationForChange(long rotationId) {
            return ofRotation(rotationId);
        }

        @Override
        void add(RotationCard card) {
            kept.add(card);
        }

        @Override
        void flush() {}
    }

    private final class Trail extends AuditTrail {
        @Override
        public void record(Caller caller, String action, String type, Object id, String detail) {
            trail.add(action + " " + type + " " + id + " by " + caller.name());
        }

        @Override
        public NotForCaller refuse(Caller caller, String type, Object id) {
            trail.add("refused " + caller.name());
            return new NotForCaller(type);
        }
    }

    @Test
    void isMadeOnceOnDemandAndShownToTheThreeSides() {
        String code = cards.of(LEARNER, 7).code();
        for (Caller caller : List.of(LEARNER, PRECEPTOR, ASSISTANT, COORDINATOR)) {
            assertThat(cards.of(caller, 7).code()).isEqualTo(code);
        }
        assertThat(trail).containsExactly("card.made rotation 7 by LEARNER 5");
    }

    @Test
    void isNobodyElses() {
        for (Caller caller :
                List.of(
                        person(1, Role.LEARNER, 6),
                        person(1, Role.PRECEPTOR, 4),
                        person(1, Role.ASSISTANT, 4),
                        person(2, Role.LEARNER, 5),
                        new Caller(3L, 2, Role.COORDINATOR, null, null, "other", null),
                        new Caller(4L, 1, Role.AUDITOR, null, null, "auditor", null))) {
            assertThatThrownBy(() -> cards.of(caller, 7)).isInstanceOf(NotForCaller.class);
        }
        assertThat(kept).isEmpty();
        assertThat(trail).hasSize(6).allMatch(line -> line.startsWith("refused "));
    }

    @Test
    void isWithdrawnByLearnerOrCoordinatorOnly() {
        cards.of(LEARNER, 7);
        for (Caller caller : List.of(PRECEPTOR, ASSISTANT)) {
            assertThatThrownBy(() -> cards.revoke(caller, 7)).isInstanceOf(NotForCaller.class);
            assertThatThrownBy(() -> cards.renew(caller, 7)).isInstanceOf(NotForCaller.class);
        }
        cards.revoke(COORDINATOR, 7);
        cards.revoke(LEARNER, 7);
        assertThat(trail)
                .contains("card.revoked rotation 7 by Carla Mendes")
                .doesNotContain("card.revoked rotation 7 by LEARNER 5");
        assertThat(cards.of(LEARNER, 7).revoked()).isTrue();
    }

    @Test
    void neverWorksAgainOnceWithdrawnButANewOneDoes() {
        String old = cards.of(LEARNER, 7).code();
        String renewed = cards.renew(LEARNER, 7).code();
        assertThat(renewed).isNotEqualTo(old);
        assertThat(why(old)).isEqualTo(CardNotValid.Why.REVOKED);
        assertThat(cards.open(renewed, PHONE).rotationId()).isEqualTo(7);
        assertThat(trail)
                .containsExactly(
                        "card.made rotation 7 by LEARNER 5",
                        "card.revoked rotation 7 by LEARNER 5",
                        "card.renewed rotation 7 by LEARNER 5");
    }

    /** 04:59 in UTC is still the evening before at the site. */
    @Test
    void worksFromTheFirstDayToSevenDaysAfterTheLastByTheDateAtTheSite() {
        String code = cards.of(LEARNER, 7).code();
        at("2026-11-02T04:59:00Z");
        assertThat(why(code)).isEqualTo(CardNotValid.Why.EARLY);
        at("2026-11-02T05:00:00Z");
        assertThat(cards.open(code, PHONE).rotationId()).isEqualTo(7);
        at("2026-12-05T04:59:00Z");
        assertThat(cards.open(code, PHONE).until()).isEqualTo(LocalDate.of(2026, 12, 4));
        at("2026-12-05T05:00:00Z");
        assertThat(why(code)).isEqualTo(CardNotValid.Why.OVER);
    }

    @Test
    void isUnknownWhenNobodyMadeIt() {
        for (String typed : new String[] {null, "", "hello", "0".repeat(26), "U".repeat(26)}) {
            assertThat(why(typed)).isEqualTo(CardNotValid.Why.UNKNOWN);
        }
    }

    @Test
    void isReadInAnySpelling() {
        String code = cards.of(LEARNER, 7).code();
        String typed = " " + code.toLowerCase(java.util.Locale.ROOT).replace('0', 'o');
        assertThat(cards.open(typed.replace('1', 'l'), PHONE).code()).isEqualTo(code);
        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{26}");
    }

    @Test
    void slowsDownAnAddressThatTriesCodes() {
        for (int i = 0; i < CardBusy.LOOKS.most(); i++) {
            assertThat(why("x")).isEqualTo(CardNotValid.Why.UNKNOWN);
        }
        assertThatThrownBy(() -> cards.open("x", PHONE)).isInstanceOf(CardBusy.class);
        assertThatThrownBy(() -> cards.open("x", "203.0.113.8")).isInstanceOf(CardNotValid.class);
        at("2026-11-10T15:01:00Z");
        assertThat(why("x")).isEqualTo(CardNotValid.Why.UNKNOWN);
    }

    @Test
    void slowsDownACardThatIsUsedOverAndOver() {
        String code = cards.of(LEARNER, 7).code();
        for (int i = 0; i < CardBusy.USES.most(); i++) {
            cards.use(code, "203.0.113." + i);
        }
        assertThatThrownBy(() -> cards.use(code, PHONE)).isInstanceOf(CardBusy.class);
        assertThat(cards.open(code, PHONE).code()).isEqualTo(code);
        at("2026-11-10T16:00:00Z");
        assertThat(cards.use(code, PHONE).code()).isEqualTo(code);
    }

    private CardNotValid.Why why(String code) {
        try {
            cards.open(code, PHONE);
        } catch (CardNotValid no) {
            return no.why();
        }
        throw new AssertionError("the card works");
    }

    private void at(String instant) {
        now = Instant.parse(instant);
    }

    private static Caller person(long tenant, Role role, long id) {
        return new Caller(1L, tenant, role, id, null, role + " " + id, null);
    }

    private static String code(RotationCard card) {
        return (String) get(card, "code");
    }

    private static <T> T make(Class<T> type) {
        try {
            Constructor<T> make = type.getDeclaredConstructor();
            make.setAccessible(true);
            return make.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(Object entity, String name, Object value) {
        try {
            Field field = entity.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(entity, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object get(Object entity, String name) {
        try {
            Field field = entity.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(entity);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
