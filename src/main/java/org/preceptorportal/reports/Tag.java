package org.preceptorportal.reports;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfStructureTreeRoot;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A node of the structure tree. It comes into being when its first piece is drawn, so the reading
 * order is the drawing order; drawn on two pages it stays one node.
 */
final class Tag {
    /** What is drawn but not read: rules, running heads, page numbers. */
    static final Tag ARTIFACT = new Tag(null, "Artifact");

    /** The few that there are. */
    private static final Map<String, PdfName> NAMES = new ConcurrentHashMap<>();

    private final Tag parent;
    private final String role;
    private PdfDictionary attributes;
    private String alternative;
    private PdfStructureElement element;

    Tag(Tag parent, String role) {
        this.parent = parent;
        this.role = role;
    }

    static Tag root() {
        return new Tag(null, "Document");
    }

    Tag child(String childRole) {
        return new Tag(this, childRole);
    }

    /** Column or Row scope of a header cell. */
    Tag scope(String scope) {
        return attribute("Table", "Scope", name(scope));
    }

    Tag numbering(String kind) {
        return attribute("List", "ListNumbering", name(kind));
    }

    /** What a screen reader says instead of a figure. */
    Tag alternative(String text) {
        alternative = text;
        return this;
    }

    /** Where a figure stands, in points from the page's lower left corner. */
    Tag box(float left, float bottom, float right, float top) {
        attribute("Layout", "BBox", new PdfArray(new float[] {left, bottom, right, top}));
        return this;
    }

    private static PdfName name(String name) {
        return NAMES.computeIfAbsent(name, PdfName::new);
    }

    private Tag attribute(String owner, String name, PdfObject value) {
        if (attributes == null) {
            attributes = new PdfDictionary();
        }
        attributes.put(PdfName.O, name(owner));
        attributes.put(name(name), value);
        return this;
    }

    /**
     * Writes the node and all below it, to which nothing can be added then. What is not written so
     * lives until the document's end: a table of 100,000 cells took 70 MB.
     *
     * @throws IllegalStateException when others came after it
     */
    void write(PdfWriter writer) {
        PdfArray siblings = (PdfArray) element.getParent().get(PdfName.K);
        int last = siblings.size() - 1;
        if (siblings.getPdfObject(last) != element) {
            throw new IllegalStateException("not the last drawn");
        }
        try {
            write(element, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        siblings.set(last, element.getReference());
    }

    /** As the library does at the end, where it leaves references alone. */
    private static void write(PdfStructureElement node, PdfWriter writer) throws IOException {
        if (node.get(PdfName.K) instanceof PdfArray kids) {
            for (int i = 0; i < kids.size(); i++) {
                if (kids.getPdfObject(i) instanceof PdfStructureElement kid) {
                    write(kid, writer);
                    kids.set(i, kid.getReference());
                }
            }
        }
        writer.addToBody(node, node.getReference());
    }

    PdfStructureElement element(PdfStructureTreeRoot tree) {
        if (element == null) {
            PdfName name = name(role);
            element =
                    parent == null
                            ? new PdfStructureElement(tree, name)
                            : new PdfStructureElement(parent.element(tree), name);
            if (attributes != null) {
                element.put(PdfName.A, new PdfArray(attributes));
            }
            if (alternative != null) {
                element.put(PdfName.ALT, new PdfString(alternative, PdfObject.TEXT_UNICODE));
            }
        }
        return element;
    }
}
