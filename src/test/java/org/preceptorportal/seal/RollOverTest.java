package org.preceptorportal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.judges.Dss;

/** Authorities are rolled over with an overlap: what was sealed before stays as good as it was. */
class RollOverTest {
    private static final Signatory JOSE = new Signatory("José Ñandú, MD", "Ärztehaus Süd");
    private static final Dss PASSED = new Dss("PAdES-BASELINE-T", "TOTAL_PASSED", "");

    @TempDir Path folder;
    private Seal seal;

    @BeforeEach
    void open() {
        seal = new Seal(folder, null, Clock.systemUTC());
        seal.check();
    }

    private byte[] sealed(Seal by) throws Exception {
        return SamplePaper.signed(
                SamplePaper.unsigned(), by.reserve(), bytes -> by.sign(bytes, JOSE));
    }

    @Test
    void aRunningPortalSealsWithTheNewGenerationAndVerifiesTheOld() throws Exception {
        var before = sealed(seal);
        var old = seal.authorities();

        seal.roll(false);

        var after = sealed(seal);
        assertThat(seal.verify(before).intact()).isTrue();
        assertThat(seal.verify(after).intact()).isTrue();
        assertThat(seal.verify(after).stampedBy()).isEqualTo("Preceptor Portal Time-stamps 2");
        var all = seal.authorities();
        assertThat(all).hasSize(5).containsAll(old);
        assertThat(all.get(0)).as("the root stays").isEqualTo(old.get(0));
        // Who has the old certificates alone knows the old letter; the root alone leads to both.
        assertThat(Dss.judge(before, old)).isEqualTo(PASSED);
        assertThat(Dss.judge(before, all)).isEqualTo(PASSED);
        assertThat(Dss.judge(after, all)).isEqualTo(PASSED);
    }

    @Test
    void anotherNodeNoticesByItself() throws Exception {
        var other = new Seal(folder, null, Clock.systemUTC());
        var before = sealed(other);
        seal.roll(false);
        assertThat(other.authorities()).isEqualTo(seal.authorities());
        assertThat(other.verify(sealed(seal)).intact()).isTrue();
        assertThat(other.verify(before).intact()).isTrue();
    }

    @Test
    void aNewRootStandsBesideTheOldOne() throws Exception {
        var before = sealed(seal);
        var old = seal.authorities();

        seal.roll(true);
        seal.roll(false);

        var after = sealed(seal);
        var all = seal.authorities();
        assertThat(all).hasSize(8).doesNotHaveDuplicates().containsAll(old);
        assertThat(all.get(0).getSubjectX500Principal().getName())
                .contains("Preceptor Portal Root 2");
        assertThat(seal.verify(before).intact()).isTrue();
        assertThat(seal.verify(after).intact()).isTrue();
        assertThat(Dss.judge(before, all)).isEqualTo(PASSED);
        assertThat(Dss.judge(after, all)).isEqualTo(PASSED);
        assertThat(seal.revocationLists())
                .as("one of each root")
                .extracting(list -> list.getIssuerX500Principal())
                .containsExactlyInAnyOrder(
                        old.get(0).getSubjectX500Principal(), all.get(0).getSubjectX500Principal());
    }

    /** Nobody can seal with what nobody has. */
    @Test
    void formerSigningKeysAreForgotten() throws Exception {
        seal.roll(false);
        var password = Files.readString(folder.resolve("authority.password")).toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve("authority.p12"))) {
            store.load(in, password);
        }
        assertThat(Collections.list(store.aliases()))
                .containsExactlyInAnyOrder(
                        "root", "issuing", "time-stamp", "issuing-2", "time-stamp-2");
        assertThat(store.isKeyEntry("issuing")).isFalse();
        assertThat(store.isKeyEntry("time-stamp")).isFalse();
        assertThat(store.isKeyEntry("issuing-2")).isTrue();
    }

    @Test
    void warnsAYearBeforeTheEndAndUntilItIsRolledOver() {
        var now = Instant.now();
        assertThat(at(now).advice()).isEmpty();
        assertThat(at(now.plus(KeyRing.LIFE).minus(366, ChronoUnit.DAYS)).advice()).isEmpty();
        var late = at(now.plus(KeyRing.LIFE).minus(364, ChronoUnit.DAYS));
        assertThat(late.advice()).hasValueSatisfying(a -> assertThat(a).contains("seal roll"));
        late.roll(false);
        assertThat(late.advice()).isEmpty();
    }

    @Test
    void warnsOnceTheRootIsTooOldForAnotherGeneration() {
        var old = at(Instant.now().plus(KeyRing.ROOT_LIFE).minus(KeyRing.LIFE));
        old.roll(false);
        assertThat(old.advice()).hasValueSatisfying(a -> assertThat(a).contains("--root"));
        old.roll(true);
        assertThat(old.advice()).isEmpty();
    }

    @Test
    void anAuthorityThatHasEndedSealsNothing() {
        var late = at(Instant.now().plus(KeyRing.LIFE).plus(1, ChronoUnit.DAYS));
        assertThatThrownBy(() -> late.sign(new byte[] {1}, JOSE))
                .isInstanceOf(SealNotPossible.class);
    }

    @Test
    void noGenerationOutlivesItsRoot() {
        var nearEnd = at(Instant.now().plus(KeyRing.ROOT_LIFE).minus(Duration.ofDays(100)));
        nearEnd.roll(false);
        var certificates = nearEnd.authorities();
        var rootEnd = certificates.get(0).getNotAfter();
        assertThat(certificates.subList(1, 3))
                .extracting(X509Certificate::getNotAfter)
                .isEqualTo(List.of(rootEnd, rootEnd));
    }

    private Seal at(Instant when) {
        return new Seal(folder, null, Clock.fixed(when, java.time.ZoneOffset.UTC));
    }
}
