package org.preceptorportal.evaluation.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.preceptorportal.evaluation.EvaluationSheet;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.Level;
import org.preceptorportal.shell.Words;

/**
 * The items of a form to rate: plain radio buttons, written in one go, for a tree of nested repeats
 * costs ten times as much. {@code <pe:ratings sheet="#{...}" required="true"/>}.
 */
@FacesComponent(
        value = "evaluation.ratings",
        createTag = true,
        tagName = "ratings",
        namespace = "http://preceptorportal.org/evaluation")
public class Ratings extends UIComponentBase {
    @Override
    public String getFamily() {
        return "evaluation";
    }

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        EvaluationSheet sheet = (EvaluationSheet) getAttributes().get("sheet");
        boolean required = Boolean.parseBoolean(String.valueOf(getAttributes().get("required")));
        RatingWriter writer = new RatingWriter(faces.getResponseWriter());
        for (Domain domain : sheet.form().domains()) {
            for (Item item : domain.items()) {
                if (item.required() == required) {
                    writer.write(sheet, domain, item);
                }
            }
        }
    }

    /** Writes one item at a time; the batch page uses it too. */
    static final class RatingWriter {
        private final ResponseWriter out;
        private final String notObserved;
        private final String notObservedMeaning;

        RatingWriter(ResponseWriter out) {
            Words words = CDI.current().select(Words.class).get();
            this.out = out;
            notObserved = words.say("evaluation", "form.notObserved");
            notObservedMeaning = words.say("evaluation", "form.notObservedMeaning");
        }

        void write(EvaluationSheet sheet, Domain domain, Item item) throws IOException {
            begin(sheet, item);
            out.startElement("legend", null);
            text("span", "domain", domain.label());
            out.writeText(" " + item.label(), null);
            out.endElement("legend");
            segments(sheet, item);
            out.endElement("fieldset");
        }

        /** One learner's row below an item that is named once for all. */
        void writeRow(EvaluationSheet sheet, Item item) throws IOException {
            begin(sheet, item);
            out.startElement("legend", null);
            text("bdi", null, sheet.context().learner());
            text("span", "ui-helper-hidden-accessible", ": " + item.label());
            out.endElement("legend");
            segments(sheet, item);
            out.endElement("fieldset");
        }

        private void begin(EvaluationSheet sheet, Item item) throws IOException {
            out.startElement("fieldset", null);
            attribute(
                    "class", sheet.form().domainOf(item).counts() ? "rating" : "rating situation");
            attribute("id", "item-" + sheet.number() + "-" + item.code());
            attribute("data-duty", sheet.number());
            attribute("data-question", item.code());
            attribute("data-revision", sheet.revision(item.code()));
            attribute("data-label", item.label());
            if (item.required()) {
                attribute("data-required", "1");
            }
        }

        private void segments(EvaluationSheet sheet, Item item) throws IOException {
            EvaluationForm form = sheet.form();
            String chosen = sheet.value(item.code());
            out.startElement("div", null);
            attribute("class", "segments");
            for (Level level : form.scaleOf(item).levels()) {
                String value = Integer.toString(level.value());
                out.startElement("span", null);
                attribute("class", "segment");
                radio(sheet, item, value, chosen, form.anchor(item, level.value()));
                text("b", null, value);
                out.writeText(" ", null);
                text("span", null, level.word());
                out.endElement("label");
                out.endElement("span");
            }
            out.startElement("span", null);
            attribute("class", "segment apart");
            radio(sheet, item, "0", chosen, notObservedMeaning);
            out.writeText(notObserved, null);
            out.endElement("label");
            out.endElement("span");
            out.endElement("div");
            out.startElement("p", null);
            attribute("class", "meaning");
            attribute("aria-live", "polite");
            if (!chosen.isEmpty()) {
                out.writeText(
                        "0".equals(chosen)
                                ? notObservedMeaning
                                : form.anchor(item, Integer.parseInt(chosen)),
                        null);
            }
            out.endElement("p");
        }

        /** The button and the beginning of its label. */
        private void radio(
                EvaluationSheet sheet, Item item, String value, String chosen, String meaning)
                throws IOException {
            String id = item.code() + "-" + sheet.number() + "-" + value;
            out.startElement("input", null);
            attribute("type", "radio");
            attribute("id", id);
            attribute("name", "q." + sheet.number() + "." + item.code());
            attribute("value", value);
            attribute("data-meaning", meaning);
            if (value.equals(chosen)) {
                attribute("checked", "checked");
            }
            out.endElement("input");
            out.startElement("label", null);
            attribute("for", id);
        }

        private void text(String element, String style, String words) throws IOException {
            out.startElement(element, null);
            if (style != null) {
                attribute("class", style);
            }
            out.writeText(words, null);
            out.endElement(element);
        }

        private void attribute(String name, Object value) throws IOException {
            out.writeAttribute(name, value, null);
        }
    }
}
