package org.preceptorportal.packet.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preceptorportal.shell.web.Problem;

/**
 * Answers with bytes that never change, whole or in part (RFC 9110 §14): an interrupted download
 * goes on where it stopped. One range is served; several are answered with the whole, as the RFC
 * allows.
 *
 * @param tag strong entity tag, without quotes
 * @param disposition Content-Disposition (RFC 6266)
 */
record Ranged(long length, String tag, String type, String disposition, Source source) {
    /** Where the bytes come from. */
    interface Source {
        /** What will write the bytes {@code [from, until)}; it may make itself ready. */
        StreamingOutput part(long from, long until);
    }

    /** First byte and one after the last. */
    record Span(long from, long until) {
        private static final Pattern RANGE =
                Pattern.compile("bytes\\s*=\\s*(\\d{0,18})-(\\d{0,18})");

        /**
         * What a Range header asks for.
         *
         * @param header may be null
         * @return empty for the whole, because nothing, nothing readable or several ranges are
         *     asked for; an empty span for a range that lies outside
         */
        static Optional<Span> of(String header, long length) {
            Matcher range = RANGE.matcher(header == null ? "" : header.strip());
            if (!range.matches() || (range.group(1) + range.group(2)).isEmpty()) {
                return Optional.empty();
            }
            if (range.group(1).isEmpty()) {
                long suffix = Math.min(Long.parseLong(range.group(2)), length);
                return Optional.of(new Span(length - suffix, length));
            }
            long from = Math.min(Long.parseLong(range.group(1)), length);
            if (range.group(2).isEmpty()) {
                return Optional.of(new Span(from, length));
            }
            long last = Long.parseLong(range.group(2));
            // A last byte before the first makes the header invalid, not unsatisfiable.
            return last < Long.parseLong(range.group(1))
                    ? Optional.empty()
                    : Optional.of(new Span(from, Math.min(last + 1, length)));
        }

        boolean isEmpty() {
            return from >= until;
        }
    }

    /**
     * @param method GET, or HEAD for the same headers without a body
     * @param path that was asked for
     * @param headers of the request
     */
    Response answer(String method, URI path, HttpHeaders headers) {
        if (matches(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            return common(Response.status(304)).build();
        }
        String onlyIf = headers.getHeaderString("If-Range");
        Optional<Span> asked =
                onlyIf == null || onlyIf.equals(quoted())
                        ? Span.of(headers.getHeaderString("Range"), length)
                        : Optional.empty();
        if (asked.isEmpty()) {
            return body(common(Response.ok()), method, new Span(0, length));
        }
        Span span = asked.get();
        if (span.isEmpty()) {
            // With an entity: without one the server would answer with a page of its own.
            return Response.fromResponse(
                            new Problem(416, "Range not satisfiable", "There is no such part.")
                                    .answer(path))
                    .header("Content-Range", "bytes */" + length)
                    .build();
        }
        return body(
                common(Response.status(206))
                        .header(
                                "Content-Range",
                                "bytes %d-%d/%d".formatted(span.from(), span.until() - 1, length)),
                method,
                span);
    }

    /**
     * Where the bytes of an answer to GET begin.
     *
     * @param contentRange the answer's header, null unless the status is 206 or 416
     * @return empty when the answer has none of the bytes
     */
    static OptionalLong firstByte(int status, String contentRange) {
        return switch (status) {
            case 200 -> OptionalLong.of(0);
            case 206 ->
                    OptionalLong.of(
                            Long.parseLong(
                                    contentRange.substring(
                                            "bytes ".length(), contentRange.indexOf('-'))));
            default -> OptionalLong.empty();
        };
    }

    private boolean matches(String tags) {
        return tags != null && (tags.equals("*") || tags.contains(quoted()));
    }

    private String quoted() {
        return '"' + tag + '"';
    }

    private Response.ResponseBuilder common(Response.ResponseBuilder answer) {
        return answer.header("ETag", quoted())
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-cache")
                .header("Content-Disposition", disposition);
    }

    private Response body(Response.ResponseBuilder answer, String method, Span span) {
        answer.type(type).header("Content-Length", span.until() - span.from());
        if (!method.equals("HEAD")) {
            answer.entity(source.part(span.from(), span.until()));
        }
        return answer.build();
    }
}
