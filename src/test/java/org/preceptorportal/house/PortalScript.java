package org.preceptorportal.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./portal}, as a person runs it. */
public final class PortalScript {
    /**
     * What a command answered.
     *
     * @param exit its exit code
     * @param out standard output
     * @param err standard error
     */
    public record Said(int exit, String out, String err) {
        String lastLine() {
            List<String> lines = out.lines().filter(line -> !line.isBlank()).toList();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
        }
    }

    private PortalScript() {}

    static Said run(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("./portal"));
        command.addAll(List.of(arguments));
        try {
            // Files, not pipes: what runs on after "up --detach" must not keep us waiting.
            Path out = Files.createTempFile("portal", ".out");
            Path err = Files.createTempFile("portal", ".err");
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PORTAL_"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end");
            }
            Said said = new Said(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
