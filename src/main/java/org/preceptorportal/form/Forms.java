package org.preceptorportal.form;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.preceptorportal.roster.RotationType;

/** Every published version of every form, the portal's and the institutions' own. */
@ApplicationScoped
public class Forms {
    /** Codes of institutions' own forms begin so: later forms of the portal never meet them. */
    static final String OWN = "own-";

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

    @Inject FormVersions versions;

    private final List<EvaluationForm> shipped = new ArrayList<>();

    // Published versions never change, so what was read once is right for good.
    private final Map<Long, EvaluationForm> own = new ConcurrentHashMap<>();

    @PostConstruct
    public void read() {
        for (String name : SHIPPED) {
            int version = Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
            FormReading reading = FormFile.read(resource(name), version);
            if (!reading.good()) {
                throw new IllegalStateException("form " + name + ": " + reading.problems());
            }
            shipped.add(reading.form());
        }
    }

    /** The text of a file in {@code /forms}. */
    static String resource(String name) {
        try (InputStream file = Forms.class.getResourceAsStream("/forms/" + name + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("form " + name + " cannot be read", e);
        }
    }

    /**
     * The form on which a new evaluation is answered: the institution's own where it has one for
     * this purpose and rotation type, else the portal's.
     *
     * @throws IllegalArgumentException when there is none
     */
    public EvaluationForm current(long tenantId, Purpose purpose, RotationType type) {
        return Stream.concat(ownInUse(tenantId).stream(), shipped.stream())
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
        return code.startsWith(OWN)
                ? versions.published(tenantId, code, version).map(this::formOf)
                : shipped.stream()
                        .filter(f -> f.code().equals(code) && f.version() == version)
                        .findAny();
    }

    /** The institution's newest versions that are not retired. */
    List<EvaluationForm> ownInUse(long tenantId) {
        return versions.inUse(tenantId).stream()
                .map(
                        id -> {
                            EvaluationForm known = own.get(id);
                            return known == null ? formOf(versions.get(id).orElseThrow()) : known;
                        })
                .toList();
    }

    private EvaluationForm formOf(FormVersion version) {
        return own.computeIfAbsent(version.id(), id -> version.form());
    }

    /** The portal's forms, those in use first. */
    List<EvaluationForm> shipped() {
        return List.copyOf(shipped);
    }

    /** A published version as its file says it. */
    Optional<String> text(long tenantId, String code, int version) {
        return code.startsWith(OWN)
                ? versions.published(tenantId, code, version).map(FormVersion::body)
                : SHIPPED.contains(code + "-" + version)
                        ? Optional.of(resource(code + "-" + version))
                        : Optional.empty();
    }
}
