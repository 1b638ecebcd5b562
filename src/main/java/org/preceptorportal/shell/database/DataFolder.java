package org.preceptorportal.shell.database;

import java.nio.file.Path;

/** Where this portal keeps everything: system property {@code portal.data}, by default ./data. */
public final class DataFolder {
    private DataFolder() {}

    public static Path path() {
        return Path.of(System.getProperty("portal.data", "data")).toAbsolutePath().normalize();
    }
}
