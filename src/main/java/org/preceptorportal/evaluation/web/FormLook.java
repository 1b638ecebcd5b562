package org.preceptorportal.evaluation.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.stream.Collectors;
import org.preceptorportal.evaluation.Answers;
import org.preceptorportal.evaluation.Evaluating;
import org.preceptorportal.evaluation.EvaluationSheet;
import org.preceptorportal.evaluation.PatientDataHit;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.shell.Words;

/** How a sheet looks as a form: pure answers about it for the pages that show one. */
@Named("evaluationLook")
@ApplicationScoped
public class FormLook {
    @Inject Evaluating evaluating;
    @Inject Words words;

    public boolean asksContext(EvaluationForm form) {
        return form.purpose() == Purpose.FINAL;
    }

    public boolean hasOptional(EvaluationForm form) {
        return form.items().stream().anyMatch(item -> !item.required());
    }

    /** The domains of a form with only the items that were answered. */
    public List<Domain> answered(EvaluationSheet sheet) {
        return sheet.form().domains().stream()
                .map(
                        domain ->
                                domain.items().stream()
                                        .filter(item -> !sheet.value(item.code()).isEmpty())
                                        .toList())
                .filter(items -> !items.isEmpty())
                .map(items -> domain(sheet.form(), items))
                .toList();
    }

    private static Domain domain(EvaluationForm form, List<Item> items) {
        Domain whole =
                form.domains().stream()
                        .filter(each -> each.items().contains(items.get(0)))
                        .findFirst()
                        .orElseThrow();
        return new Domain(whole.code(), whole.label(), whole.acgme(), items);
    }

    /** What an item's rating means. */
    public String anchor(EvaluationSheet sheet, Item item) {
        String value = sheet.value(item.code());
        return value.isEmpty() || "0".equals(value)
                ? ""
                : sheet.form().anchor(item, Integer.parseInt(value));
    }

    /** The word of an item's level, where the number says nothing. */
    public String word(EvaluationSheet sheet, Item item) {
        String value = sheet.value(item.code());
        return sheet.form().scaleOf(item).level(Integer.parseInt(value)).word();
    }

    /** Which revision of each answer the page shows, for a browser without script. */
    public String revisions(EvaluationSheet sheet) {
        return sheet.saved().values().stream()
                .map(each -> each.question() + ":" + each.revision())
                .collect(Collectors.joining(","));
    }

    /** "" while not said, "none" or "declared". */
    public String conflict(EvaluationSheet sheet) {
        String value = sheet.value(Answers.CONFLICT);
        return value.isEmpty() || Answers.NO_CONFLICT.equals(value) ? value : "declared";
    }

    /** What the conflict is. */
    public String conflictText(EvaluationSheet sheet) {
        return "declared".equals(conflict(sheet)) ? sheet.value(Answers.CONFLICT) : "";
    }

    public List<String> getGoalWords() {
        return Answers.GOAL_WORDS;
    }

    public List<String> getConflictWords() {
        return List.of(Answers.NO_CONFLICT, "declared");
    }

    /** A question's place on the page. */
    public String place(EvaluationSheet sheet, String question) {
        String kind = sheet.form().knows(question) ? "item-" : "text-";
        return kind + sheet.duty().dutyId() + "-" + question;
    }

    public String label(EvaluationSheet sheet, String question) {
        if (sheet.form().knows(question)) {
            return sheet.form().item(question).label();
        }
        return sheet.form().asks(question)
                ? sheet.form().text(question).label()
                : words.say("evaluation", "form." + question);
    }

    /** What an answer says, for people. */
    public String said(EvaluationSheet sheet, String question, String value) {
        if (!sheet.form().knows(question) || value.isEmpty()) {
            return value;
        }
        return "0".equals(value)
                ? words.say("evaluation", "form.notObserved")
                : value
                        + " "
                        + sheet.form()
                                .scaleOf(sheet.form().item(question))
                                .level(Integer.parseInt(value))
                                .word();
    }

    /** The part of a text that a hit is about. */
    public String part(EvaluationSheet sheet, PatientDataHit hit) {
        String text = sheet.value(hit.question());
        return hit.end() <= text.length() ? text.substring(hit.start(), hit.end()) : "";
    }

    /** What looks like patient data, for the page's script. */
    public String hits(EvaluationSheet sheet) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (PatientDataHit hit : evaluating.hits(sheet)) {
            all.add(
                    Json.createObjectBuilder()
                            .add("question", hit.question())
                            .add("start", hit.start())
                            .add("end", hit.end())
                            .add("kind", hit.kind())
                            .add("reason", hit.reason()));
        }
        return all.build().toString();
    }
}
