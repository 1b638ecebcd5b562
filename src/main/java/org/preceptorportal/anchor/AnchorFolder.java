package org.preceptorportal.anchor;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One institution's anchors as files: they outlive whoever rewrites the database. */
final class AnchorFolder {
    private static final String SUFFIX = ".json";

    private final Path folder;

    AnchorFolder(Path data, long tenantId) {
        this.folder = data.resolve("anchors").resolve(Long.toString(tenantId));
    }

    /** All files by their number; empty values for those that are no anchor. */
    SortedMap<Long, Optional<Anchor>> read() throws IOException {
        SortedMap<Long, Optional<Anchor>> all = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9]*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String number = name.substring(0, name.length() - SUFFIX.length());
                if (number.matches("[0-9]{1,18}")) {
                    all.put(Long.parseLong(number), read(file));
                }
            }
        }
        return all;
    }

    private static Optional<Anchor> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonReader json = Json.createReader(in)) {
            JsonObject o = json.readObject();
            return Anchor.read(
                    o.getString("statement"), Base64.getDecoder().decode(o.getString("token")));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Writes a file, durable before this returns. */
    void write(Anchor anchor) throws IOException {
        Files.createDirectories(folder);
        String text =
                Json.createObjectBuilder()
                        .add("statement", anchor.statement())
                        .add("token", Base64.getEncoder().encodeToString(anchor.token()))
                        .build()
                        .toString();
        Path part = Files.createTempFile(folder, "part-", "");
        Files.write(part, text.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                part,
                folder.resolve("%012d%s".formatted(anchor.said().number(), SUFFIX)),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
