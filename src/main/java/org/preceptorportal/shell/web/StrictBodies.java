package org.preceptorportal.shell.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.preceptorportal.shell.Words;

/**
 * A request says what it means: a record's members have their names and types, and it has no
 * others. JSON-B by itself passes over a misspelt {@code dryRun}, and takes {@code "yes"} for no.
 */
@Provider
public class StrictBodies implements ReaderInterceptor {
    private static final Set<ValueType> TRUTH = Set.of(ValueType.TRUE, ValueType.FALSE);

    /** What is not among them JSON-B judges. */
    private static final Map<Class<?>, Set<ValueType>> KINDS =
            Map.of(
                    Boolean.class, TRUTH,
                    boolean.class, TRUTH,
                    String.class, Set.of(ValueType.STRING),
                    Long.class, Set.of(ValueType.NUMBER),
                    long.class, Set.of(ValueType.NUMBER),
                    int.class, Set.of(ValueType.NUMBER));

    @Inject Words words;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType().isRecord()) {
            byte[] body = context.getInputStream().readAllBytes();
            if (body.length > 0) {
                check(body, context.getType());
            }
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }

    private void check(byte[] body, Class<?> type) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            if (reader.readValue() instanceof JsonObject object) {
                check(object, type);
            }
        }
    }

    private void check(JsonObject object, Class<?> type) {
        Map<String, Class<?>> members = new TreeMap<>();
        Arrays.stream(type.getRecordComponents())
                .forEach(each -> members.put(each.getName(), each.getType()));
        object.forEach(
                (name, value) -> {
                    Class<?> member = members.get(name);
                    if (member == null) {
                        throw new UnreadableBody(
                                words.say(
                                        "shell",
                                        "api.unknownMember",
                                        name,
                                        String.join(", ", members.keySet())));
                    }
                    Set<ValueType> kinds = KINDS.get(member);
                    if (value != JsonValue.NULL
                            && kinds != null
                            && !kinds.contains(value.getValueType())) {
                        throw new UnreadableBody(
                                words.say(
                                        "shell",
                                        "api.wrongType."
                                                + member.getSimpleName().toLowerCase(Locale.ROOT),
                                        name));
                    }
                });
    }
}
