package org.preceptorportal.packet.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.packet.PacketNow;
import org.preceptorportal.roster.Program;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.NotForCaller;

class PacketsResourceTest {
    @Test
    void whoHasNoProgramAtAllFindsNone() {
        PacketsResource packets = new PacketsResource();
        packets.caller = new CurrentCaller();
        packets.caller.become(Caller.portal(1));
        packets.now =
                new PacketNow() {
                    @Override
                    public List<Program> choices(Caller caller) {
                        return List.of();
                    }
                };
        assertThatThrownBy(() -> packets.order(null)).isInstanceOf(NotForCaller.class);
    }
}
