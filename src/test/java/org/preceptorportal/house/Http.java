package org.preceptorportal.house;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Requests without a browser, as a stranger, with a session's cookie or with a key. */
public final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private final RunningPortal portal;
    private final Map<String, String> headers;

    private Http(RunningPortal portal, Map<String, String> headers) {
        this.portal = portal;
        this.headers = headers;
    }

    public static Http stranger(RunningPortal portal) {
        return new Http(portal, Map.of());
    }

    /** With the cookies of a browser. */
    public static Http session(RunningPortal portal, String cookies) {
        return new Http(portal, Map.of("Cookie", cookies));
    }

    public static Http key(RunningPortal portal, String key) {
        return new Http(portal, Map.of("Authorization", "Bearer " + key));
    }

    /** An answer, whole. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
                return reader.readObject();
            }
        }

        @Override
        public String toString() {
            return response.request().method() + " " + response.uri() + " -> " + status();
        }
    }

    public Answer get(String path, String... more) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), more);
    }

    public Answer postJson(String path, String json) {
        return send(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofString(json),
                "Content-Type",
                "application/json");
    }

    public Answer postForm(String path, String form) {
        return send(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** Sends CSV files as parts of one form. */
    public Answer postFiles(String path, Map<String, String> files) {
        String boundary = "part-of-the-story";
        try (ByteArrayOutputStream body = new ByteArrayOutputStream()) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                body.writeBytes(
                        ("--"
                                        + boundary
                                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                        + file.getKey()
                                        + "\"\r\nContent-Type: text/csv\r\n\r\n"
                                        + file.getValue()
                                        + "\r\n")
                                .getBytes(StandardCharsets.UTF_8));
            }
            body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(
                    "POST",
                    path,
                    HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()),
                    "Content-Type",
                    "multipart/form-data; boundary=" + boundary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Saves what is at a path. */
    public Path save(String path, Path file) {
        try {
            CLIENT.send(
                    request("GET", path, HttpRequest.BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.ofFile(file));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer send(String method, String path, HttpRequest.BodyPublisher body, String... more) {
        HttpRequest.Builder request = request(method, path, body);
        if (more.length > 0) {
            request.headers(more);
        }
        try {
            return new Answer(
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(
            String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(portal.url(path))).method(method, body);
        headers.forEach(request::header);
        return request;
    }
}
