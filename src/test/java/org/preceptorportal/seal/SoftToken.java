package org.preceptorportal.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SoftHSM2's tokens. Its library reads where they are from the environment, as the tests' pom says.
 */
final class SoftToken {
    static final String PIN = "1234";
    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");

    private SoftToken() {}

    /** Where a token is. */
    record Slot(String number) {
        KeyToken keys(Path folder) {
            return new KeyToken(
                    new KeyToken.Access(library().toString(), number, PIN.toCharArray()),
                    new KeyFolder(folder.resolve("seal"), null, Clock.systemUTC()),
                    Clock.systemUTC());
        }
    }

    /** Why there is none; empty if there is. */
    static Optional<String> missing() {
        return found().isPresent()
                ? Optional.empty()
                : Optional.of("libsofthsm2.so is not installed (Debian: softhsm2)");
    }

    static Path library() {
        return found().orElseThrow();
    }

    private static Optional<Path> found() {
        return Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
                        "/opt/homebrew/lib/softhsm/libsofthsm2.so",
                        "/usr/local/lib/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
    }

    /**
     * Initializes tokens that nobody has used. All at once, before the first is used: the library
     * looks for tokens only when it is loaded.
     */
    static Deque<Slot> fresh(int number) throws IOException, InterruptedException {
        var slots = new ArrayDeque<Slot>();
        for (var i = 0; i < number; i++) {
            slots.add(fresh());
        }
        return slots;
    }

    private static Slot fresh() throws IOException, InterruptedException {
        var configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
        var tokens = Files.createDirectories(configuration.resolveSibling("softhsm"));
        Files.writeString(
                configuration,
                "directories.tokendir = %s%nobjectstore.backend = file%nlog.level = ERROR%n"
                        .formatted(tokens.toAbsolutePath()));
        var tool =
                new ProcessBuilder(
                                "softhsm2-util",
                                "--init-token",
                                "--free",
                                "--label",
                                UUID.randomUUID().toString().substring(0, 30),
                                "--pin",
                                PIN,
                                "--so-pin",
                                "4321")
                        .redirectErrorStream(true)
                        .start();
        var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var slot = SLOT.matcher(said);
        if (!tool.waitFor(20, TimeUnit.SECONDS) || tool.exitValue() != 0 || !slot.find()) {
            throw new IllegalStateException("softhsm2-util said: " + said);
        }
        return new Slot(slot.group(1));
    }
}
