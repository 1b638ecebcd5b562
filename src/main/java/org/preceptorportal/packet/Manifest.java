package org.preceptorportal.packet;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.preceptorportal.packet.Listing.File;
import org.preceptorportal.packet.Listing.Letter;
import org.preceptorportal.packet.Listing.Person;
import org.preceptorportal.store.Sha256;

/**
 * {@code manifest.json}: a listing as JSON. The same listing gives the same bytes; each file and
 * each applicant is a line of its own, so that two manifests can be compared line by line, and the
 * offline verifier needs no library to read the files.
 */
final class Manifest {
    static final String NAME = "manifest.json";
    static final String SIGNATURE = NAME + ".p7s";
    static final String FORMAT = "preceptor-portal-packet-1";

    /** Asked for once: each call of {@code Json} looks for it in all libraries. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private Manifest() {}

    static byte[] bytes(Listing listing) {
        StringBuilder json = new StringBuilder("{\n");
        field(json, "format", FORMAT);
        field(json, "program", listing.program());
        field(json, "institution", listing.institution());
        field(json, "specialty", listing.specialty());
        field(json, "season", listing.season());
        field(json, "channel", listing.channel());
        field(json, "asOf", listing.asOf().toString());
        lines(json, "applicants", listing.applicants(), Manifest::person);
        json.append(",\n");
        lines(json, "files", listing.files(), Manifest::file);
        return json.append("\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    static Listing read(byte[] manifest) {
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(manifest))) {
            JsonObject o = reader.readObject();
            return new Listing(
                    o.getString("program"),
                    o.getString("institution"),
                    o.getString("specialty"),
                    o.getString("season"),
                    o.getString("channel"),
                    Instant.parse(o.getString("asOf")),
                    all(o, "applicants", Manifest::person),
                    all(o, "files", Manifest::file));
        }
    }

    static void field(StringBuilder json, String name, String value) {
        json.append(JSON.createValue(name))
                .append(": ")
                .append(JSON.createValue(value))
                .append(",\n");
    }

    static <T> void lines(
            StringBuilder json, String name, List<T> all, Function<T, JsonObjectBuilder> object) {
        json.append(JSON.createValue(name)).append(": [");
        json.append(
                all.stream()
                        .map(each -> "\n  " + object.apply(each).build())
                        .collect(Collectors.joining(",")));
        json.append("\n]");
    }

    static JsonObjectBuilder file(File file) {
        return JSON.createObjectBuilder()
                .add("name", file.name())
                .add("size", file.size())
                .add("sha256", file.sha256().hex());
    }

    private static JsonObjectBuilder person(Person person) {
        JsonArrayBuilder letters = JSON.createArrayBuilder();
        for (Letter letter : person.letters()) {
            JsonObjectBuilder each = JSON.createObjectBuilder().add("author", letter.author());
            each.add("signedAt", letter.signedAt().toString());
            each.add("waived", letter.waived());
            each.add("verifyCode", letter.verifyCode());
            maybe(each, "original", letter.original());
            maybe(each, "standing", letter.standing());
            letters.add(each);
        }
        JsonObjectBuilder o = JSON.createObjectBuilder().add("applicant", person.name());
        maybe(o, "latinName", person.latinName());
        o.add("sortName", person.sortName());
        maybe(o, "aamcId", person.aamcId());
        o.add("school", person.school());
        maybe(o, "file", person.file());
        o.add("withReport", person.withReport());
        o.add("letters", letters);
        return maybe(o, "leftOut", person.leftOut());
    }

    private static JsonObjectBuilder maybe(JsonObjectBuilder o, String name, String value) {
        return value == null ? o : o.add(name, value);
    }

    private static Person person(JsonObject o) {
        return new Person(
                o.getString("applicant"),
                o.getString("latinName", null),
                o.getString("sortName"),
                o.getString("aamcId", null),
                o.getString("school"),
                o.getString("file", null),
                o.getBoolean("withReport"),
                all(
                        o,
                        "letters",
                        l ->
                                new Letter(
                                        l.getString("author"),
                                        Instant.parse(l.getString("signedAt")),
                                        l.getBoolean("waived"),
                                        l.getString("verifyCode"),
                                        l.getString("original", null),
                                        l.getString("standing", null))),
                o.getString("leftOut", null));
    }

    private static File file(JsonObject o) {
        return new File(
                o.getString("name"),
                o.getJsonNumber("size").longValueExact(),
                new Sha256(o.getString("sha256")));
    }

    private static <T> List<T> all(JsonObject o, String name, Function<JsonObject, T> as) {
        return o.getJsonArray(name).getValuesAs(JsonObject.class).stream().map(as).toList();
    }
}
