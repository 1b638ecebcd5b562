package org.preceptorportal.anchor;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How far a trail had come, and the time-stamp over that.
 *
 * @param statement exactly what the time-stamp is over
 * @param token RFC 3161, in DER
 */
record Anchor(Said said, String statement, byte[] token) {
    private static final String KIND = "preceptor-portal.audit-anchor";

    /**
     * What the statement says.
     *
     * @param institution its code
     * @param number of the newest event
     * @param previous hash of the statement before; empty for the first
     */
    record Said(
            String institution,
            long number,
            String hash,
            LocalDate night,
            Instant at,
            String previous) {

        String statement() {
            return Json.createObjectBuilder()
                    .add("kind", KIND)
                    .add("institution", institution)
                    .add("event", number)
                    .add("hash", hash)
                    .add("night", night.toString())
                    .add("at", at.toString())
                    .add("previous", previous)
                    .build()
                    .toString();
        }
    }

    /** Reads one; empty when the statement is none. */
    static Optional<Anchor> read(String statement, byte[] token) {
        try (JsonReader json = Json.createReader(new StringReader(statement))) {
            JsonObject o = json.readObject();
            Said said =
                    new Said(
                            o.getString("institution"),
                            o.getJsonNumber("event").longValueExact(),
                            o.getString("hash"),
                            LocalDate.parse(o.getString("night")),
                            Instant.parse(o.getString("at")),
                            o.getString("previous"));
            return KIND.equals(o.getString("kind"))
                    ? Optional.of(new Anchor(said, statement, token))
                    : Optional.empty();
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | ArithmeticException
                | DateTimeException e) {
            return Optional.empty();
        }
    }

    byte[] bytes() {
        return statement.getBytes(StandardCharsets.UTF_8);
    }

    /** By which the next anchor names this one. */
    String name() {
        return HexFormat.of().formatHex(sha256(bytes()));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
