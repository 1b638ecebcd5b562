package org.preceptorportal.packet.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers with bytes that never change, whole or in part (RFC 9110 §14): an interrupted download
 * goes on where it stopped. One range is served; several are answered with the whole, as the RFC
 * allows.
 *
 * @param tag strong entity tag, without quotes
 * @param disposition Content-Disposition (RFC 6266)
 */
record Ranged(long length, String tag, String type, String disposition, Source source) {
    private static final Pattern RANGE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})-(\\d{0,18})");

    /** Writes the bytes {@code [from, until)}. */
    interface Source {
        void write(OutputStream out, long from, long until) throws IOException;
    }

    /** First byte and one after the last. */
    record Span(long from, long until) {}

    /**
     * @param method GET, or HEAD for the same headers without a body
     * @param path that was asked for
     * @param headers of the request
     */
    Response answer(String method, URI path, HttpHeaders headers) {
        if (matches(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            return common(Response.status(304)).build();
        }
        String range = headers.getHeaderString("Range");
        String onlyIf = headers.getHeaderString("If-Range");
        Matcher asked = range == null ? null : RANGE.matcher(range.strip());
        boolean partial =
                asked != null
                        && asked.matches()
                        && !(asked.group(1).isEmpty() && asked.group(2).isEmpty())
                        && (onlyIf == null || onlyIf.equals(quoted()));
        if (!partial) {
            return body(common(Response.ok()), method, new Span(0, length));
        }
        Span span = span(asked.group(1), asked.group(2));
        if (span == null) {
            return common(Response.status(416))
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

    /** True when the request wants the first byte: this is what counts as a download. */
    static boolean startsAtTheBeginning(Response answer) {
        String range = answer.getHeaderString("Content-Range");
        return answer.getStatus() == 200
                || (answer.getStatus() == 206 && range.startsWith("bytes 0-"));
    }

    /** Null when the range cannot be satisfied. */
    private Span span(String first, String last) {
        if (first.isEmpty()) {
            long suffix = Math.min(Long.parseLong(last), length);
            return suffix == 0 ? null : new Span(length - suffix, length);
        }
        long from = Long.parseLong(first);
        long until = last.isEmpty() ? length : Math.min(Long.parseLong(last) + 1, length);
        return from >= length || from >= until ? null : new Span(from, until);
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
            answer.entity((StreamingOutput) out -> source.write(out, span.from(), span.until()));
        }
        return answer.build();
    }
}
