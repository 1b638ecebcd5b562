package org.preceptorportal.letterhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** What a letterhead must say (LH-2), and whose it is (LH-5). */
class LetterheadFactsTest {
    private static final LetterheadFacts GOOD =
            new LetterheadFacts(
                    " Riverside  Associates ",
                    "48 Mill Street\n\n  Detroit, MI 48201 ",
                    "(313) 555-0148 ext. 3",
                    "ana@riverside.example");

    @Test
    void isTidiedAndComplete() {
        assertThatCode(() -> GOOD.check(false)).doesNotThrowAnyException();
        assertThat(GOOD.institution()).isEqualTo("Riverside Associates");
        assertThat(GOOD.addressLines()).containsExactly("48 Mill Street", "Detroit, MI 48201");
    }

    @ParameterizedTest
    @CsvSource({
        ",1 A St,3135550148,a@b.example,institution",
        "X,,3135550148,a@b.example,address",
        "X,1 A St,,a@b.example,phone",
        "X,1 A St,call me,a@b.example,phoneForm",
        "X,1 A St,12345,a@b.example,phoneForm",
        "X,1 A St,3135550148,,email",
        "X,1 A St,3135550148,a@b,emailForm"
    })
    void saysWhatIsMissing(
            String institution, String address, String phone, String email, String key) {
        LetterheadFacts facts = new LetterheadFacts(institution, address, phone, email);
        assertThatThrownBy(() -> facts.check(false))
                .isInstanceOfSatisfying(
                        LetterheadNotPossible.class,
                        e -> assertThat(e.key()).isEqualTo("refused." + key));
    }

    @Test
    void aSharedOneMayLeavePhoneAndMailToItsAuthors() {
        LetterheadFacts facts = new LetterheadFacts("X", "1 A St", "", null);
        assertThatCode(() -> facts.check(true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> facts.check(false)).isInstanceOf(LetterheadNotPossible.class);
        assertThatThrownBy(() -> new LetterheadFacts("X", "1\n2\n3\n4\n5", null, null).check(true))
                .isInstanceOf(LetterheadNotPossible.class);
    }

    @Test
    void isKeptByItsOwnPeopleOnly() {
        KeptLetterhead own = KeptLetterhead.personal(1, 20, GOOD);
        assertThat(own.isKeptBy(caller(1, Role.PRECEPTOR, 20))).isTrue();
        assertThat(own.isKeptBy(caller(1, Role.ASSISTANT, 20))).isTrue();
        assertThat(own.isKeptBy(caller(1, Role.PRECEPTOR, 21))).isFalse();
        assertThat(own.isKeptBy(caller(2, Role.PRECEPTOR, 20))).isFalse();
        assertThat(own.isKeptBy(caller(1, Role.LEARNER, 20))).isFalse();
        assertThat(own.isKeptBy(caller(1, Role.COORDINATOR, null))).isFalse();
        KeptLetterhead shared = KeptLetterhead.shared(1, 5, GOOD);
        assertThat(shared.isKeptBy(caller(1, Role.COORDINATOR, null))).isTrue();
        assertThat(shared.isKeptBy(caller(2, Role.COORDINATOR, null))).isFalse();
        assertThat(shared.isKeptBy(caller(1, Role.PRECEPTOR, 20))).isFalse();
        own.remove(Instant.EPOCH);
        assertThat(own.isKeptBy(caller(1, Role.PRECEPTOR, 20))).isFalse();
    }

    private static Caller caller(long tenant, Role role, Integer person) {
        Long id = person == null ? null : person.longValue();
        return new Caller(1L, tenant, role, id, null, "Somebody", null);
    }
}
