package org.preceptorportal.shell.web;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Writes records by their components; JSON-B 3.0 by itself knows only beans. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class ApiJson implements ContextResolver<Jsonb> {
    private final Jsonb jsonb =
            JsonbBuilder.create(
                    new JsonbConfig()
                            .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
                            .withPropertyVisibilityStrategy(new Components()));

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }

    /** Fields, not methods. */
    public static class Components implements PropertyVisibilityStrategy {
        @Override
        public boolean isVisible(Field field) {
            return true;
        }

        @Override
        public boolean isVisible(Method method) {
            return false;
        }
    }
}
