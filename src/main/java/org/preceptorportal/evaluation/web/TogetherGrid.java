package org.preceptorportal.evaluation.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.preceptorportal.evaluation.Together;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.Level;

/**
 * The items of one form, each with a row of buttons for every learner: {@code <pe:together
 * of="#{...}" required="true"/>}. On a wide screen the style sheet sets the learners side by side.
 */
@FacesComponent(
        value = "evaluation.together",
        createTag = true,
        tagName = "together",
        namespace = "http://preceptorportal.org/evaluation")
public class TogetherGrid extends UIComponentBase {
    @Override
    public String getFamily() {
        return "evaluation";
    }

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        Together together = (Together) getAttributes().get("of");
        boolean required = Boolean.parseBoolean(String.valueOf(getAttributes().get("required")));
        ResponseWriter out = faces.getResponseWriter();
        Ratings.RatingWriter ratings = new Ratings.RatingWriter(out);
        for (Domain domain : together.form().domains()) {
            for (Item item : domain.items()) {
                if (item.required() == required) {
                    write(together, domain, item, out, ratings);
                }
            }
        }
    }

    private static void write(
            Together together,
            Domain domain,
            Item item,
            ResponseWriter out,
            Ratings.RatingWriter ratings)
            throws IOException {
        out.startElement("section", null);
        out.writeAttribute("class", "together-item", null);
        out.writeAttribute("data-item", item.code(), null);
        out.startElement("h3", null);
        if (!domain.label().equals(item.label())) {
            out.startElement("span", null);
            out.writeAttribute("class", "domain", null);
            out.writeText(domain.label(), null);
            out.endElement("span");
            out.writeText(" ", null);
        }
        out.writeText(item.label(), null);
        out.endElement("h3");
        anchors(together.form(), item, out);
        out.startElement("div", null);
        out.writeAttribute("class", "together-cells cols-" + together.open().size(), null);
        for (Together.Part part : together.open()) {
            ratings.writeRow(part.sheet(), item);
        }
        out.endElement("div");
        out.endElement("section");
    }

    private static void anchors(EvaluationForm form, Item item, ResponseWriter out)
            throws IOException {
        out.startElement("ol", null);
        out.writeAttribute("class", "anchors", null);
        for (Level level : form.scaleOf(item).levels()) {
            out.startElement("li", null);
            out.startElement("b", null);
            out.writeText(level.word(), null);
            out.endElement("b");
            out.writeText(" " + form.anchor(item, level.value()), null);
            out.endElement("li");
        }
        out.endElement("ol");
    }
}
