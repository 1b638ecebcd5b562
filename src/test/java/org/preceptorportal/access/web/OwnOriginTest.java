package org.preceptorportal.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnOriginTest {
    private static final String HERE = "http://10.0.0.7:8080";
    private final OwnOrigin origin = new OwnOrigin("https://portal.example/preceptors");

    @Test
    void aBrowsersWordThatThePageIsOursSuffices() {
        assertThat(origin.proven("same-origin", null, HERE)).isTrue();
    }

    @Test
    void anotherSiteAnotherSubdomainAndAnAddressTypedByHandProveNothing() {
        assertThat(origin.proven("cross-site", null, HERE)).isFalse();
        assertThat(origin.proven("same-site", null, HERE)).isFalse();
        assertThat(origin.proven("none", null, HERE)).isFalse();
    }

    @Test
    void withoutThatWordTheOriginCounts() {
        assertThat(origin.proven(null, HERE, HERE)).isTrue();
        assertThat(origin.proven(null, "https://portal.example", HERE)).isTrue();
        assertThat(origin.proven(null, "https://evil.example", HERE)).isFalse();
        assertThat(origin.proven(null, "http://portal.example", HERE)).isFalse();
        assertThat(origin.proven(null, "https://portal.example.evil.example", HERE)).isFalse();
        assertThat(origin.proven(null, "null", HERE)).isFalse();
    }

    @Test
    void whoSendsNeitherProvesNothing() {
        assertThat(origin.proven(null, null, HERE)).isFalse();
    }

    @Test
    void aForeignOriginIsNotMendedByTheOtherHeader() {
        assertThat(origin.proven("same-origin", "https://evil.example", HERE)).isFalse();
        assertThat(origin.proven("cross-site", HERE, HERE)).isFalse();
    }
}
