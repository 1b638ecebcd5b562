package org.preceptorportal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preceptorportal.judges.Dss;
import org.preceptorportal.seal.OutsideAuthority;
import org.preceptorportal.seal.OutsideAuthority.Says;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.seal.Verdict.Level;

/** AR-6: letters with outside time-stamps, before the European validator without a network. */
class OutsideListsTest {
    private static final Dss PASSED = new Dss("PAdES-BASELINE-LTA", "TOTAL_PASSED", "");

    @TempDir Path folder;
    private OutsideAuthority outside;

    @BeforeEach
    void open() throws Exception {
        outside = new OutsideAuthority();
    }

    @AfterEach
    void close() {
        outside.close();
    }

    private Seal seal() throws Exception {
        return outside.seal(folder, true, Clock.systemUTC());
    }

    private byte[] sealed() throws Exception {
        return LiftTest.sealed(seal(), Instant.now());
    }

    /** Our roots and theirs: nothing else is known to who judges. */
    private List<X509Certificate> roots(Seal seal) {
        return Stream.of(seal.authorities().get(0), outside.root()).toList();
    }

    @Test
    void passesWithTheRootsAloneForYears() throws Exception {
        byte[] original = sealed();
        var lifted = new Lift(seal()).of(original).bytes();
        for (int days : List.of(0, 365, 4000)) {
            assertThat(Dss.judge(lifted, roots(seal()), Instant.now().plus(Duration.ofDays(days))))
                    .as("after %d days", days)
                    .isEqualTo(PASSED);
        }
        assertThat(Dss.judge(original, roots(seal())).indication())
                .as("what the lists are for")
                .isEqualTo("INDETERMINATE");
        assertThat(Arrays.copyOf(lifted, original.length)).isEqualTo(original);
        var verdict = seal().verify(lifted);
        assertThat(verdict.intact()).as(verdict.fault()).isTrue();
        assertThat(verdict.level()).isEqualTo(Level.BASELINE_LTA);
    }

    @Test
    void goesInWhoeverIsTrustedAbove() throws Exception {
        var seal = outside.seal(folder, false, Clock.systemUTC());
        var lifted = new Lift(seal).of(LiftTest.sealed(seal, Instant.now())).bytes();
        assertThat(outside.asked()).isEqualTo(1);
        assertThat(Dss.judge(lifted, roots(seal))).isEqualTo(PASSED);
    }

    @Test
    void asksOncePerNightAndNotPerLetter() throws Exception {
        var seal = seal();
        for (int i = 0; i < 3; i++) {
            new Lift(seal).of(LiftTest.sealed(seal, Instant.now()));
        }
        assertThat(outside.asked()).isEqualTo(1);
    }

    /** Nobody there, or what is there is no list of this authority's. */
    @ParameterizedTest
    @EnumSource(
            value = Says.class,
            names = {"NOTHING", "GARBAGE", "ANOTHERS"})
    void aLetterWaitsForAListThatIsNotToBeHad(Says says) throws Exception {
        byte[] original = sealed();
        outside.say(says);
        var seal = seal();
        assertThatThrownBy(() -> new Lift(seal).of(original)).isInstanceOf(ListNotFetched.class);
        assertThatThrownBy(() -> new Lift(seal).of(original)).isInstanceOf(ListNotFetched.class);
        assertThat(outside.asked()).as("a silent address is not asked by each letter").isOne();

        outside.say(Says.LIST);
        var later = Clock.fixed(Instant.now().plusSeconds(1), ZoneOffset.UTC);
        var nextNight = outside.seal(folder, true, later);
        assertThat(Dss.judge(new Lift(nextNight).of(original).bytes(), roots(nextNight)))
                .isEqualTo(PASSED);
    }

    @Test
    void aRevokedTimeStampIsNoArchive() throws Exception {
        byte[] original = sealed();
        outside.say(Says.REVOKED);
        var seal = seal();
        assertThatThrownBy(() -> new Lift(seal).of(original))
                .isInstanceOf(NotLiftable.class)
                .isNotInstanceOf(ListNotFetched.class);
    }

    @Test
    void withoutOutsideAuthoritiesNothingIsFetched() throws Exception {
        assertThat(seal().outsideList(outside.stamp())).isPresent();
        var own = new Seal(folder, null, Clock.systemUTC());
        assertThat(own.outsideList(outside.stamp())).isEmpty();
        assertThat(outside.asked()).isOne();
    }
}
