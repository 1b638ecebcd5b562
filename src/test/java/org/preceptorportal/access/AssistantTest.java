package org.preceptorportal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** Assistants (AC-11). */
class AssistantTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void isComparedByTheAddressWhateverItsCase() {
        Assistant assistant = new Assistant(1, 7, " Sam Okafor ", " Sam@Site.ORG ", NOW);

        assertThat(assistant.name()).isEqualTo("Sam Okafor");
        assertThat(assistant.email()).isEqualTo("sam@site.org");
        assertThat(assistant.active()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'',sam@site.org", ",sam@site.org", "Sam,sam.site.org", "Sam,", "Sam,a b@site.org"})
    void needsANameAndAnAddress(String name, String email) {
        assertThatThrownBy(() -> new Assistant(1, 7, name, email, NOW))
                .isInstanceOf(AssistantRefused.class);
    }

    @Test
    void isRemovedOnce() {
        Assistant assistant = new Assistant(1, 7, "Sam", "sam@site.org", NOW);
        assistant.remove(NOW);

        assertThat(assistant.active()).isFalse();
        assertThatThrownBy(() -> assistant.remove(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void actsForThePreceptorAndIsNotThePreceptor() {
        Caller assistant = new Caller(5L, 1, Role.ASSISTANT, 7L, null, "Sam Okafor", null);

        assertThat(assistant.actsFor(7)).isTrue();
        assertThat(assistant.actsFor(8)).isFalse();
        assertThat(assistant.isPerson(Role.PRECEPTOR, 7)).isFalse();
        assertThat(assistant.name()).isEqualTo("Sam Okafor");
    }
}
