package org.preceptorportal.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Signing letters, the whole path in a portal, against drawing and sealing them in memory. */
public final class LettersBench {
    private static final int PATIENCE_SECONDS = 1800;

    private LettersBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        measure("bench.go", "", Map.of("_JAVA_OPTIONS", OwnPortal.AS_IN_PRODUCTION), PATIENCE_SECONDS);
    }

    /**
     * Starts a portal with the parts that run inside, gives one of them the word and prints what it
     * found.
     *
     * @param go the file that its part waits for in the data folder
     * @param word what that file says
     * @param settings of the portal, beside those of a demo
     */
    static void measure(String go, String word, Map<String, String> settings, int patienceSeconds)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("portal-bench-inside");
        try {
            Map<String, String> environment = new HashMap<>(settings);
            environment.put("PORTAL_DEMO", "true");
            environment.put("PORTAL_ADDRESS", "127.0.0.1");
            environment.put("PORTAL_WAR", withTheInside(work).toString());
            try (OwnPortal portal = OwnPortal.start(environment)) {
                System.out.println("Warming up and measuring, some minutes ...");
                Path part = portal.data().resolve(go + ".part");
                Files.writeString(part, word);
                Files.move(part, portal.data().resolve(go), StandardCopyOption.ATOMIC_MOVE);
                Path out = portal.data().resolve("bench.out");
                Instant end = Instant.now().plusSeconds(patienceSeconds);
                Path failed = portal.data().resolve("bench.failed");
                while (!Files.exists(out)) {
                    if (Files.exists(failed)) {
                        throw new IllegalStateException(
                                Files.readString(failed) + portal.complaints());
                    }
                    if (Instant.now().isAfter(end)) {
                        throw new IllegalStateException("No answer.\n" + portal.complaints());
                    }
                    Thread.sleep(500);
                }
                System.out.print(Files.readString(out));
            }
        } finally {
            OwnPortal.delete(work);
        }
    }

    /** A copy of the portal's archive with the part that runs inside. */
    private static Path withTheInside(Path work) throws IOException {
        Path classes = compiled(work);
        Path war = work.resolve("portal.war");
        Files.copy(Path.of("target/portal.war"), war);
        try (FileSystem archive = FileSystems.newFileSystem(war);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path to = archive.getPath("WEB-INF/classes", classes.relativize(each).toString());
                Files.createDirectories(to.getParent());
                Files.copy(each, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return war;
    }

    private static Path compiled(Path work) throws IOException {
        Path classes = Files.createDirectory(work.resolve("classes"));
        List<String> options = new ArrayList<>();
        options.addAll(List.of("-proc:none", "-nowarn", "-Xlint:none", "-encoding", "UTF-8"));
        options.addAll(List.of("-d", classes.toString(), "-cp", api(work)));
        Path source = Path.of("src/bench/java/org/preceptorportal/bench/inside");
        try (Stream<Path> all = Files.list(source)) {
            all.map(Path::toString).forEach(options::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, options.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The part inside the portal does not compile");
        }
        return classes;
    }

    /** The portal's classes and, from the server, the interfaces they are written to. */
    private static String api(Path work) throws IOException {
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        try (InputStream file = Files.newInputStream(Path.of("target/payara-micro.jar"));
                ZipInputStream server = new ZipInputStream(file)) {
            for (ZipEntry entry = server.getNextEntry();
                    entry != null;
                    entry = server.getNextEntry()) {
                String name = Path.of(entry.getName()).getFileName().toString();
                if (entry.getName().startsWith("MICRO-INF/runtime/")
                        && name.endsWith(".jar")
                        && (name.startsWith("jakarta.") || name.startsWith("microprofile-"))) {
                    Path jar = work.resolve(name);
                    Files.copy(server, jar);
                    path.append(':').append(jar);
                }
            }
        }
        return path.toString();
    }
}
