package org.preceptorportal.story;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.preceptorportal.access.Door;
import org.preceptorportal.access.Doors;

/** Every address that can be read, with every id in every place. */
final class Routes {
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    private static final Set<String> PARAMETERS =
            Set.of("id", "letter", "rotation", "learner", "code");

    private Routes() {}

    /** Paths of all pages and reading calls. */
    static Set<String> all(Collection<String> ids) {
        Set<String> paths = new TreeSet<>();
        for (Door door : Doors.load()) {
            if (door.kind() == Door.Kind.PAGE) {
                paths.add(door.path());
                for (String parameter : PARAMETERS) {
                    ids.forEach(id -> paths.add(door.path() + "?" + parameter + "=" + id));
                }
            } else if (door.kind() == Door.Kind.API && door.method().equals("GET")) {
                for (String id : ids) {
                    for (String second : Set.of("1", "2", "3", id)) {
                        String path = PLACE.matcher(door.path()).replaceFirst(id);
                        paths.add("/api/v1" + PLACE.matcher(path).replaceFirst(second));
                    }
                }
            }
        }
        return paths;
    }
}
