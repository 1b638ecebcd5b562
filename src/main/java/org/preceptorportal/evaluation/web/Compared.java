package org.preceptorportal.evaluation.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.preceptorportal.evaluation.EvaluationSheet;
import org.preceptorportal.evaluation.web.Ratings.RatingWriter;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.Item;

/**
 * The required items of several forms, each once, with a row for every learner whose form asks it:
 * {@code <pe:compared sheets="#{...}"/>}.
 */
@FacesComponent(
        value = "evaluation.compared",
        createTag = true,
        tagName = "compared",
        namespace = "http://preceptorportal.org/evaluation")
public class Compared extends UIComponentBase {
    @Override
    public String getFamily() {
        return "evaluation";
    }

    @Override
    @SuppressWarnings("unchecked")
    public void encodeBegin(FacesContext faces) throws IOException {
        List<EvaluationSheet> sheets = (List<EvaluationSheet>) getAttributes().get("sheets");
        ResponseWriter out = faces.getResponseWriter();
        RatingWriter writer = new RatingWriter(out);
        Set<String> done = new LinkedHashSet<>();
        for (EvaluationSheet sheet : sheets) {
            for (Domain domain : sheet.form().domains()) {
                for (Item item : domain.items()) {
                    if (item.required() && done.add(item.code())) {
                        write(out, writer, sheets, domain, item);
                    }
                }
            }
        }
    }

    private static void write(
            ResponseWriter out,
            RatingWriter writer,
            List<EvaluationSheet> sheets,
            Domain domain,
            Item item)
            throws IOException {
        out.startElement("section", null);
        out.writeAttribute("class", "compared", null);
        out.startElement("h2", null);
        out.startElement("span", null);
        out.writeAttribute("class", "domain", null);
        out.writeText(domain.label(), null);
        out.endElement("span");
        out.writeText(" " + item.label(), null);
        out.endElement("h2");
        for (EvaluationSheet sheet : sheets) {
            if (sheet.form().knows(item.code()) && sheet.form().item(item.code()).required()) {
                writer.writeRow(sheet, sheet.form().item(item.code()));
            }
        }
        out.endElement("section");
    }
}
