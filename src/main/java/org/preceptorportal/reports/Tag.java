package org.preceptorportal.reports;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfStructureTreeRoot;

/**
 * A node of the structure tree. It comes into being when its first piece is drawn, so the reading
 * order is the drawing order; drawn on two pages it stays one node.
 */
final class Tag {
    /** What is drawn but not read: rules, running heads, page numbers. */
    static final Tag ARTIFACT = new Tag(null, "Artifact");

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
        return attribute("Table", "Scope", new PdfName(scope));
    }

    Tag numbering(String kind) {
        return attribute("List", "ListNumbering", new PdfName(kind));
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

    private Tag attribute(String owner, String name, PdfObject value) {
        if (attributes == null) {
            attributes = new PdfDictionary();
        }
        attributes.put(PdfName.O, new PdfName(owner));
        attributes.put(new PdfName(name), value);
        return this;
    }

    PdfStructureElement element(PdfStructureTreeRoot tree) {
        if (element == null) {
            PdfName name = new PdfName(role);
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
