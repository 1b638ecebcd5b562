package org.preceptorportal.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.preceptorportal.access.Door.Kind;
import org.preceptorportal.shell.Role;

/**
 * Who may open what, read from {@code doors/<room>.properties}:
 *
 * <pre>
 * page./letter/draft=PRECEPTOR
 * api.GET./packets/{id}.zip=COORDINATOR, PROGRAM_STAFF
 * session.PATCH./evaluations/{id}/answers=PRECEPTOR, ASSISTANT
 * machine.GET./metrics=COORDINATOR, ADMINISTRATOR, AUDITOR
 * file./resources/*=PUBLIC
 * </pre>
 *
 * {@code PUBLIC} is anybody, {@code ANY} every signed-in role. A {@code session} line is an API
 * call of the portal's own pages, by session and never by key. A {@code machine} line is an API
 * call that a key of nobody's makes too (AC-12). What is not listed is shut (AC-1).
 */
@ApplicationScoped
public class Doors {
    /** The rooms that may have a doors file. */
    public static final List<String> ROOMS =
            List.of(
                    "shell",
                    "access",
                    "adviser",
                    "archive",
                    "asking",
                    "attachment",
                    "attendance",
                    "audit",
                    "certificate",
                    "delivery",
                    "demo",
                    "desk",
                    "duty",
                    "evaluation",
                    "form",
                    "hint",
                    "letter",
                    "letterhead",
                    "notify",
                    "overview",
                    "packet",
                    "preflight",
                    "privacy",
                    "release",
                    "reminder",
                    "rendition",
                    "retention",
                    "roster",
                    "seal",
                    "season",
                    "signing",
                    "skills",
                    "stepup",
                    "start",
                    "structure",
                    "verify",
                    "watch");

    private record Entry(Door door, Pattern pattern) {}

    private final List<Entry> entries =
            load().stream()
                    .sorted(Comparator.comparingInt(Door::literals).reversed())
                    .map(door -> new Entry(door, door.pattern()))
                    .toList();

    /**
     * All doors of all rooms.
     *
     * @throws IllegalStateException naming the line that makes no sense
     */
    public static List<Door> load() {
        List<Door> doors = new ArrayList<>();
        for (String room : ROOMS) {
            String name = "doors/" + room + ".properties";
            try (InputStream in = Doors.class.getClassLoader().getResourceAsStream(name)) {
                if (in != null) {
                    doors.addAll(parse(name, new InputStreamReader(in, StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
        return doors;
    }

    static List<Door> parse(String name, Reader lines) throws IOException {
        Properties file = new Properties();
        file.load(lines);
        List<Door> doors = new ArrayList<>();
        for (String key : file.stringPropertyNames()) {
            try {
                doors.add(door(key, file.getProperty(key)));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(name + ": " + key + ": " + e.getMessage(), e);
            }
        }
        return doors;
    }

    /** The door of a page or file; the path as the browser asks for it, with or without .xhtml. */
    public Optional<Door> page(String path) {
        String page =
                path.endsWith(".xhtml")
                        ? path.substring(0, path.length() - ".xhtml".length())
                        : path;
        return first(Kind.PAGE, "*", page).or(() -> first(Kind.FILE, "*", path));
    }

    /**
     * The door of an API call.
     *
     * @param path below {@code /api/v1}
     */
    public Optional<Door> api(String method, String path) {
        return first(Kind.API, "HEAD".equals(method) ? "GET" : method, path);
    }

    private Optional<Door> first(Kind kind, String method, String path) {
        return entries.stream()
                .filter(entry -> entry.door.kind() == kind && entry.door.method().equals(method))
                .filter(entry -> entry.pattern.matcher(path).matches())
                .map(Entry::door)
                .findFirst();
    }

    private static Door door(String key, String value) {
        String[] parts = key.split("\\.", 2);
        boolean ownPages = parts[0].equals("session");
        boolean machines = parts[0].equals("machine");
        Kind kind =
                ownPages || machines ? Kind.API : Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
        String method = "*";
        String path = parts[1];
        if (kind == Kind.API) {
            method = path.substring(0, path.indexOf('.'));
            path = path.substring(path.indexOf('.') + 1);
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with /");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        boolean open = false;
        for (String word : value.split(",")) {
            switch (word.strip()) {
                case "PUBLIC" -> open = true;
                case "ANY" -> roles.addAll(EnumSet.allOf(Role.class));
                default -> roles.add(Role.valueOf(word.strip()));
            }
        }
        if (ownPages && open) {
            throw new IllegalArgumentException("a stranger has no session");
        }
        return new Door(kind, method, path, open, ownPages, machines, roles);
    }
}
