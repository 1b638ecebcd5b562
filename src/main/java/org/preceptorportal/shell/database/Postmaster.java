package org.preceptorportal.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A live PostgreSQL server, found by the {@code postmaster.pid} of its cluster. */
record Postmaster(ProcessHandle process, int port) {

    /** Empty if none runs; the file of a dead one, or of a recycled process id, does not count. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() < 4) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(3).strip());
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(Postmaster::isPostgres)
                .map(process -> new Postmaster(process, port));
    }

    private static boolean isPostgres(ProcessHandle process) {
        // The command of another user's process may be hidden; then the pid file is believed.
        return process.info().command().map(command -> command.endsWith("postgres")).orElse(true);
    }

    /** Fast shutdown; if the server does not end in a minute, an immediate one. */
    void stop() throws IOException, InterruptedException {
        CompletableFuture<ProcessHandle> end = process.onExit();
        // SIGTERM would wait for open sessions.
        signal("-INT");
        if (!ended(end, 60)) {
            signal("-QUIT");
            if (!ended(end, 30)) {
                throw new IOException("PostgreSQL, process " + process.pid() + ", does not stop.");
            }
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    private static boolean ended(CompletableFuture<ProcessHandle> end, int seconds)
            throws InterruptedException {
        try {
            end.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
