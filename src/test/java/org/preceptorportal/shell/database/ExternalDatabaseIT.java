package org.preceptorportal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same WAR, started by {@code ./portal}, on a PostgreSQL that is not its own. */
class ExternalDatabaseIT {
    @TempDir Path temp;
    private EmbeddedPostgres external;
    private Path data;
    private int port;

    @BeforeEach
    void externalServer() throws Exception {
        external = EmbeddedPostgres.start(temp.resolve("external"), Path.of("target/postgres.jar"));
        data = temp.resolve("data of the portal");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws Exception {
        portal("down");
        external.stop();
    }

    @Test
    void servesFromTheConfiguredServerAndStartsNoneOfItsOwn() throws Exception {
        Result up = portal("up", "--detach");
        assertThat(up.code()).as(up.output()).isZero();
        assertThat(up.output()).contains("http://localhost:" + port);

        assertThat(get("/health/ready")).contains("\"database\":\"UP\"");
        assertThat(data.resolve("pg")).doesNotExist();
        assertThat(count("select count(*) from flyway_schema_history")).isPositive();

        Result second = portal("up", "--detach");
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.output()).contains("a portal already runs on " + data.toRealPath());

        Result down = portal("down");
        assertThat(down.code()).isZero();
        assertThat(down.output()).contains("Stopped.");
        assertThat(portal("down").output()).contains("The portal is not running");
        assertThat(count("select 1")).as("the external server is left alone").isEqualTo(1);
    }

    private record Result(int code, String output) {}

    private Result portal(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("bash", "./portal"));
        line.addAll(List.of(words));
        line.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment()
                .put("PORTAL_DB_URL", "jdbc:postgresql://127.0.0.1:" + external.port() + "/portal");
        builder.environment().put("PORTAL_DB_USER", "portal");
        builder.environment()
                .put(
                        "PORTAL_DB_PASSWORD",
                        Files.readString(temp.resolve("external/pg.password")).strip());
        // A file, not a pipe: the portal that stays in the background would keep a pipe open.
        Path output = temp.resolve("output");
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), Files.readString(output));
    }

    private String get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private int count(String query) throws Exception {
        try (Connection c = external.dataSource().getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(query)) {
            assertThat(r.next()).isTrue();
            return r.getInt(1);
        }
    }
}
