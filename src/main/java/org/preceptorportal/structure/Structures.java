package org.preceptorportal.structure;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every version of every standardized letter; the newest of each code is offered. */
@ApplicationScoped
public class Structures {
    /** In the order in which they are offered; an older version stays below its successor. */
    private static final List<String> FILES =
            List.of(
                    "emergency-medicine-1",
                    "internal-medicine-1",
                    "obstetrics-gynecology-1",
                    "orthopaedic-surgery-1",
                    "off-service-1",
                    "dermatology-1",
                    "plastic-surgery-1",
                    "urology-1");

    private final List<Structure> all = new ArrayList<>();

    /** A broken file stops the start, and not the first who needs it. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object start) {
        offered("");
    }

    @PostConstruct
    public void read() {
        for (String name : FILES) {
            int dash = name.lastIndexOf('-');
            try {
                Structure structure =
                        StructureFile.read(
                                resource(name), Integer.parseInt(name.substring(dash + 1)));
                if (!structure.code().equals(name.substring(0, dash))) {
                    throw new IllegalArgumentException("its code is not its file's name");
                }
                all.add(structure);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("structure " + name + ": " + e.getMessage(), e);
            }
        }
    }

    private static String resource(String name) {
        try (InputStream file =
                Structures.class.getResourceAsStream("/structures/" + name + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("structure " + name + " cannot be read", e);
        }
    }

    /** The newest version of each, those that suit the specialty first. */
    public List<Structure> offered(String specialty) {
        return all.stream()
                .filter(s -> newest(s.code()).equals(Optional.of(s)))
                .sorted(Comparator.comparing(s -> !s.suits(specialty)))
                .toList();
    }

    Optional<Structure> newest(String code) {
        return all.stream()
                .filter(s -> s.code().equals(code))
                .max(Comparator.comparingInt(Structure::version));
    }

    /**
     * @throws IllegalArgumentException when there is no such version
     */
    public Structure get(String code, int version) {
        return all.stream()
                .filter(s -> s.code().equals(code) && s.version() == version)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no structure " + code + "-" + version));
    }
}
