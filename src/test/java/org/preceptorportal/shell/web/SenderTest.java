package org.preceptorportal.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.shell.Network;

/** Who is believed about whom. */
class SenderTest {
    private static final List<Network> OURS = Network.parseAll("10.0.0.0/8, 127.0.0.1");

    @Test
    void aStrangersWordAboutItselfIsNotBelieved() {
        assertThat(Sender.of(OURS, "203.0.113.9", false, "192.0.2.1", "https"))
                .isEqualTo(new Sender("203.0.113.9", false));
        assertThat(Sender.of(List.of(), "127.0.0.1", false, "192.0.2.1", "https"))
                .isEqualTo(new Sender("127.0.0.1", false));
    }

    @Test
    void ourProxyIsBelieved() {
        assertThat(Sender.of(OURS, "127.0.0.1", false, "192.0.2.1", "https"))
                .isEqualTo(new Sender("192.0.2.1", true));
        assertThat(Sender.of(OURS, "127.0.0.1", false, null, null))
                .isEqualTo(new Sender("127.0.0.1", false));
    }

    @Test
    void whatTheBrowserItselfPutInFrontIsNotBelieved() {
        assertThat(address("1.1.1.1, 192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(address("1.1.1.1, 192.0.2.1, 10.0.0.7")).isEqualTo("192.0.2.1");
    }

    @Test
    void nonsenseEndsTheSearch() {
        assertThat(address("evil.example")).isEqualTo("127.0.0.1");
        assertThat(address("192.0.2.1, unknown")).isEqualTo("127.0.0.1");
        assertThat(address("<script>, 10.0.0.7")).isEqualTo("10.0.0.7");
    }

    @Test
    void portsAreNoPartOfAnAddress() {
        assertThat(address("192.0.2.1:4711")).isEqualTo("192.0.2.1");
        assertThat(address("[2001:db8::1]:4711")).isEqualTo("2001:db8::1");
        assertThat(address("2001:db8::1")).isEqualTo("2001:db8::1");
    }

    private static String address(String forwardedFor) {
        return Sender.of(OURS, "127.0.0.1", false, forwardedFor, "https").address();
    }
}
