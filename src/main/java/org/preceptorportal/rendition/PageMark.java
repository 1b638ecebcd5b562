package org.preceptorportal.rendition;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Optional;
import org.preceptorportal.reports.Logo;
import org.preceptorportal.store.Sha256;

/**
 * Names everything that stands on a page, so that what is signed can be held against what was
 * shown: every part of the page's record, and of the records in it, goes into one hash.
 */
final class PageMark {
    /** Java makes the list anew each time it is asked. */
    private static final ClassValue<RecordComponent[]> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected RecordComponent[] computeValue(Class<?> type) {
                    return type.getRecordComponents();
                }
            };

    private PageMark() {}

    /**
     * @param page a record of records, lists, pictures, bytes, texts, numbers, times and
     *     enumerations
     * @throws IllegalArgumentException when it holds anything else, whose text might not tell two
     *     contents apart
     */
    static Sha256 of(Record page) {
        StringBuilder all = new StringBuilder();
        add(all, page);
        return Sha256.ofInputs(all);
    }

    private static void add(StringBuilder all, Object part) {
        if (part == null) {
            all.append("null;");
        } else if (part instanceof Record parts) {
            all.append(part.getClass().getSimpleName()).append('(');
            for (RecordComponent component : COMPONENTS.get(part.getClass())) {
                all.append(component.getName()).append('=');
                add(all, value(parts, component));
            }
            all.append(')');
        } else if (part instanceof Collection<?> many) {
            all.append(many.size()).append('[');
            many.forEach(one -> add(all, one));
            all.append(']');
        } else if (part instanceof Optional<?> maybe) {
            add(all, maybe.orElse(null));
        } else if (part instanceof Logo logo) {
            add(all, logo.bytes());
        } else if (part instanceof byte[] bytes) {
            all.append(Sha256.of(bytes).hex()).append(';');
        } else if (part instanceof CharSequence
                || part instanceof Number
                || part instanceof Boolean
                || part instanceof Enum<?>
                || part instanceof TemporalAccessor
                || part instanceof java.time.ZoneId) {
            String text = part.toString();
            all.append(text.length()).append(':').append(text).append(';');
        } else {
            throw new IllegalArgumentException("a page holds a " + part.getClass().getName());
        }
    }

    private static Object value(Record of, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
