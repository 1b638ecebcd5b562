package org.preceptorportal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.judges.Dss;
import org.preceptorportal.seal.SealNotPossible.Reason;
import org.preceptorportal.seal.SoftToken.Slot;

/** The authorities' keys in a PKCS#11 token: SoftHSM2, a token in software. */
class KeyTokenTest {
    private static final Signatory JOSE = new Signatory("José Ñandú, MD", "Ärztehaus Süd");
    private static final Dss PASSED = new Dss("PAdES-BASELINE-T", "TOTAL_PASSED", "");

    private static Deque<Slot> tokens;

    @TempDir Path folder;

    @BeforeAll
    static void needTokens() throws Exception {
        assumeThat(SoftToken.missing()).as("SoftHSM2").isEmpty();
        tokens = SoftToken.fresh(5);
    }

    private Seal seal(Slot slot) {
        return seal(slot, SoftToken.PIN);
    }

    private Seal seal(Slot slot, String pin) {
        var words =
                Map.of(
                        "portal.data", folder.toString(),
                        "portal.pkcs11.library", SoftToken.library().toString(),
                        "portal.pkcs11.slot", slot.number(),
                        "portal.pkcs11.pin", pin);
        return new Seal(
                SealSettings.read(name -> Optional.ofNullable(words.get(name))), Clock.systemUTC());
    }

    private static byte[] sealed(Seal by) throws Exception {
        return SamplePaper.signed(
                SamplePaper.unsigned(), by.reserve(), bytes -> by.sign(bytes, JOSE));
    }

    @Test
    void sealsWithKeysThatAreMadeInTheTokenAndCannotLeaveIt() throws Exception {
        var slot = tokens.remove();
        var seal = seal(slot);
        var pdf = sealed(seal);

        assertThat(seal.verify(pdf).intact()).isTrue();
        assertThat(Dss.judge(pdf, seal.authorities())).isEqualTo(PASSED);
        seal.check();
        var authority = slot.keys(folder).open();
        for (var key : List.of(authority.issuingKey(), authority.timeStampKey())) {
            assertThat(key.getEncoded()).as("the key's own bytes").isNull();
            assertThat(key.toString()).contains("sensitive").contains("unextractable");
        }
        assertThat(authority.roots().get(0).key().getEncoded()).isNull();
        try (var files = Files.list(folder.resolve("seal"))) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("lock");
        }
    }

    @Test
    void aSecondNodeFindsTheSameAuthorities() throws Exception {
        var slot = tokens.remove();
        var first = seal(slot).authorities();
        assertThat(seal(slot).authorities()).isEqualTo(first);
    }

    @Test
    void rollsOverWithinTheToken() throws Exception {
        var slot = tokens.remove();
        var seal = seal(slot);
        var before = sealed(seal);
        seal.roll(false);
        seal.roll(true);
        var after = sealed(seal);
        assertThat(seal.authorities()).hasSize(8).doesNotHaveDuplicates();
        for (var node : List.of(seal, seal(slot))) {
            assertThat(node.verify(before).intact()).isTrue();
            assertThat(node.verify(after).intact()).isTrue();
            assertThat(node.revocationLists()).hasSize(2);
        }
        assertThat(Dss.judge(before, seal.authorities())).isEqualTo(PASSED);
        assertThat(Dss.judge(after, seal.authorities())).isEqualTo(PASSED);
    }

    @Test
    void aKeyStoreThatWasUsedBeforeTheTokenStaysTrusted() throws Exception {
        var file = new Seal(folder.resolve("seal"), null, Clock.systemUTC());
        var before = sealed(file);
        var seal = seal(tokens.remove());
        assertThat(seal.verify(before).intact()).isTrue();
        assertThat(seal.verify(sealed(seal)).intact()).isTrue();
        assertThat(seal.authorities()).hasSize(6).containsAll(file.authorities());
    }

    @Test
    void aWrongPinOrLibrarySealsNothing() throws Exception {
        var slot = tokens.remove();
        assertThatThrownBy(() -> seal(slot, "9999").check())
                .isInstanceOfSatisfying(
                        SealNotPossible.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NO_KEYS));
        var nowhere =
                new KeyToken(
                        new KeyToken.Access("/nowhere/lib.so", null, new char[] {'1'}),
                        new KeyFolder(folder, null, Clock.systemUTC()),
                        Clock.systemUTC());
        assertThatThrownBy(nowhere::open)
                .isInstanceOfSatisfying(
                        SealNotPossible.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NO_KEYS));
        assertThat(nowhere.readable()).isFalse();
    }

    @Test
    void refusesALibraryWithoutAPinAtTheStart() {
        assertThatThrownBy(
                        () ->
                                SealSettings.read(
                                        name ->
                                                name.equals("portal.pkcs11.library")
                                                        ? Optional.of("/lib.so")
                                                        : Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("portal.pkcs11.pin");
    }
}
