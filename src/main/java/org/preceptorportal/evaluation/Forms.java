package org.preceptorportal.evaluation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every version of every form, read from {@code /forms} and checked. */
@ApplicationScoped
public class Forms {
    /** Published files, oldest first. A file is added, never edited, once it was answered. */
    private static final List<String> FILES = List.of("final-1.json");

    private final List<EvaluationForm> all = new ArrayList<>();

    @PostConstruct
    void read() {
        for (String name : FILES) {
            try (InputStream file = Forms.class.getResourceAsStream("/forms/" + name)) {
                all.add(parse(name, file));
            } catch (IOException e) {
                throw new IllegalStateException("form " + name + " cannot be read", e);
            }
        }
    }

    /**
     * @throws IllegalArgumentException names the file and what is wrong in it
     */
    static EvaluationForm parse(String name, InputStream file) {
        if (file == null) {
            throw new IllegalArgumentException("form " + name + " is not there");
        }
        try (JsonReader json = Json.createReader(file)) {
            JsonObject o = json.readObject();
            return new EvaluationForm(
                    o.getString("code"),
                    o.getInt("version"),
                    o.getString("title"),
                    o.getJsonArray("scale").getValuesAs(JsonObject.class).stream()
                            .map(l -> new Level(l.getInt("value"), l.getString("word")))
                            .toList(),
                    o.getJsonArray("domains").getValuesAs(JsonObject.class).stream()
                            .map(Forms::domain)
                            .toList());
        } catch (JsonException | NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "form " + name + " is not a form: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("form " + name + ": " + e.getMessage(), e);
        }
    }

    private static Domain domain(JsonObject o) {
        return new Domain(
                o.getString("code"),
                o.getString("label"),
                o.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .map(Forms::item)
                        .toList());
    }

    private static Item item(JsonObject o) {
        return new Item(
                o.getString("code"),
                o.getString("label"),
                o.getJsonArray("anchors").getValuesAs(JsonString::getString));
    }

    /** The form new evaluations are answered on. */
    public EvaluationForm current() {
        return all.get(all.size() - 1);
    }

    /**
     * @throws IllegalArgumentException when this version was never published
     */
    public EvaluationForm get(String code, int version) {
        return find(code, version)
                .orElseThrow(() -> new IllegalArgumentException("no form " + code + "-" + version));
    }

    public Optional<EvaluationForm> find(String code, int version) {
        return all.stream().filter(f -> f.code().equals(code) && f.version() == version).findAny();
    }
}
