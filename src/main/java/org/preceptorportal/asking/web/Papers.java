package org.preceptorportal.asking.web;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.preceptorportal.attachment.AttachmentKind;

/** Files of a form as bytes; their names and declared types are not looked at. */
final class Papers {
    private Papers() {}

    /** An empty part is a field that was left alone. */
    static Map<AttachmentKind, byte[]> of(Part cv, Part statement) {
        Map<AttachmentKind, byte[]> papers = new EnumMap<>(AttachmentKind.class);
        put(papers, AttachmentKind.CV, cv);
        put(papers, AttachmentKind.STATEMENT, statement);
        return papers;
    }

    private static void put(Map<AttachmentKind, byte[]> papers, AttachmentKind kind, Part part) {
        if (part != null && part.getSize() > 0) {
            try (InputStream bytes = part.getInputStream()) {
                papers.put(kind, bytes.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("an uploaded file cannot be read", e);
            }
        }
    }
}
