package org.preceptorportal.form;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.roster.RotationType;

/** Every version of every form. */
@ApplicationScoped
public class Forms {
    /**
     * Forms that come with the portal, those in use first. A file is added, never edited, once it
     * was answered.
     */
    private static final List<String> SHIPPED =
            List.of(
                    "observership-final-1",
                    "hands-on-final-1",
                    "clerkship-final-1",
                    "mid-1",
                    "encounter-1",
                    "encounter-observership-1",
                    "final-1");

    private final List<EvaluationForm> shipped = new ArrayList<>();

    @PostConstruct
    public void read() {
        for (String name : SHIPPED) {
            shipped.add(readShipped(name));
        }
    }

    private static EvaluationForm readShipped(String name) {
        try (InputStream file = Forms.class.getResourceAsStream("/forms/" + name + ".yaml")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int version = Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
            FormReading reading = FormFile.read(text, version);
            if (!reading.problems().isEmpty()) {
                throw new IllegalStateException("form " + name + ": " + reading.problems());
            }
            return reading.form();
        } catch (IOException e) {
            throw new IllegalStateException("form " + name + " cannot be read", e);
        }
    }

    /**
     * The form on which a new evaluation is answered.
     *
     * @throws IllegalArgumentException when there is none
     */
    public EvaluationForm current(long tenantId, Purpose purpose, RotationType type) {
        return shipped.stream()
                .filter(f -> f.purpose() == purpose && f.rotationTypes().contains(type))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no " + purpose + " form for " + type));
    }

    /**
     * @throws IllegalArgumentException when this version was never published
     */
    public EvaluationForm get(long tenantId, String code, int version) {
        return find(tenantId, code, version)
                .orElseThrow(() -> new IllegalArgumentException("no form " + code + "-" + version));
    }

    /** A published version, its institution's own or one of the portal. */
    public Optional<EvaluationForm> find(long tenantId, String code, int version) {
        return shipped.stream()
                .filter(f -> f.code().equals(code) && f.version() == version)
                .findAny();
    }
}
