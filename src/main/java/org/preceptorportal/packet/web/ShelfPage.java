package org.preceptorportal.packet.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.preceptorportal.packet.PacketView;
import org.preceptorportal.packet.Packets;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;

/** The packets of a program, or of all programs: {@code /packet/shelf}. */
@Named("packetShelfPage")
@RequestScoped
public class ShelfPage {
    @Inject Packets packets;
    @Inject CurrentCaller caller;

    private Map<String, List<PacketView>> bySeason;

    @PostConstruct
    void load() {
        bySeason =
                packets.list(caller.get()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        PacketView::season,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
    }

    public List<String> getSeasons() {
        return List.copyOf(bySeason.keySet());
    }

    public List<PacketView> of(String season) {
        return bySeason.get(season);
    }

    /** Coordinators see whose packet it is; program staff know. */
    public boolean isAllPrograms() {
        return caller.get().is(Role.COORDINATOR);
    }
}
