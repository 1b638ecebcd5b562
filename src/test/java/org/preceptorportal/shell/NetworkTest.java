package org.preceptorportal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.128.0/17, 10.1.129.7, true",
        "10.1.128.0/17, 10.1.127.7, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fe80::1, false",
        "10.0.0.0/8, ::ffff:10.0.0.1, true",
        "10.0.0.0/8, proxy.example, false",
        "10.0.0.0/8, 10.0.0, false",
        "10.0.0.0/8, '', false"
    })
    void holdsItsAddressesAndNoOthers(String network, String address, boolean held) {
        assertThat(Network.parse(network).holds(address)).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0", "/8", "::1/129"})
    void refusesWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAListAndNothing() {
        assertThat(Network.parseAll("10.0.0.0/8, ::1")).hasSize(2);
        assertThat(Network.parseAll("")).isEmpty();
    }
}
