package org.preceptorportal.start;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The structures a letter may begin with (SR-1). */
@ApplicationScoped
public class Structures {
    private static final String FILE = "/letters/structures.yaml";

    private final List<Structure> all = new ArrayList<>();

    /**
     * @throws IllegalStateException naming what is wrong with the file
     */
    @PostConstruct
    public void read() {
        try (InputStream file = Structures.class.getResourceAsStream(FILE)) {
            Object read =
                    new Load(LoadSettings.builder().setLabel(FILE).build())
                            .loadFromInputStream(file);
            for (Object each : (List<?>) read) {
                Map<?, ?> structure = (Map<?, ?>) each;
                all.add(
                        new Structure(
                                text(structure, "code"),
                                text(structure, "title"),
                                text(structure, "fits"),
                                questions(structure)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }

    public List<Structure> all() {
        return List.copyOf(all);
    }

    /**
     * @throws IllegalArgumentException when there is none
     */
    public Structure get(String code) {
        return all.stream()
                .filter(structure -> structure.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no structure " + code));
    }

    private static List<String> questions(Map<?, ?> structure) {
        List<String> questions =
                ((List<?>) structure.get("questions")).stream().map(String::valueOf).toList();
        for (String question : questions) {
            if (!question.endsWith("?")) {
                throw new IllegalStateException(FILE + ": no question: " + question);
            }
        }
        return questions;
    }

    private static String text(Map<?, ?> structure, String key) {
        Object value = structure.get(key);
        if (value == null) {
            throw new IllegalStateException(FILE + " lacks " + key);
        }
        return value.toString();
    }
}
