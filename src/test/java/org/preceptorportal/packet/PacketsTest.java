package org.preceptorportal.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** PK-6. */
class PacketsTest {
    @Test
    void saysFromWhichByteADownloadWasResumed() {
        assertThat(Packets.detail(Packets.ZIP, 0)).isEqualTo("zip");
        assertThat(Packets.detail(Packets.ZIP, 990)).isEqualTo("zip from byte 990");
    }

    @Test
    void tellsThePacketFromAFileOfIt() {
        assertThat(Packets.isZip(Packets.detail(Packets.ZIP, 0))).isTrue();
        assertThat(Packets.isZip(Packets.detail(Packets.ZIP, 990))).isTrue();
        assertThat(Packets.isZip(Packets.detail("index.csv", 0))).isFalse();
        assertThat(Packets.isZip(null)).isFalse();
    }
}
