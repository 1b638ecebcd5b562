package org.preceptorportal.evaluation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.evaluation.Answers;
import org.preceptorportal.evaluation.Change;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.TextQuestion;

/**
 * What a browser without script posts: every field of the form at once, and in the field {@code
 * revisions} which revision of each it showed.
 */
@RequestScoped
public class PostedAnswers {
    @Inject HttpServletRequest request;

    /** The answered fields of one duty as changes. */
    List<Change> changes(EvaluationForm form, long duty) {
        Map<String, Integer> revisions = revisions(duty);
        List<Change> changes = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        form.items().stream().map(Item::code).forEach(questions::add);
        form.texts().stream().map(TextQuestion::code).forEach(questions::add);
        questions.addAll(Answers.CONTEXT);
        for (String question : questions) {
            String value = value(duty, question);
            if (value != null) {
                int revision = revisions.getOrDefault(question, 0);
                if (revision > 0 || !value.isBlank()) {
                    changes.add(new Change(question, value, revision));
                }
            }
        }
        return changes;
    }

    /** What stood in a field; null when it was not posted. */
    String value(long duty, String question) {
        String value = request.getParameter("q." + duty + "." + question);
        if (Answers.CONFLICT.equals(question) && "declared".equals(value)) {
            return request.getParameter("q." + duty + ".conflict-text");
        }
        return value;
    }

    private Map<String, Integer> revisions(long duty) {
        Map<String, Integer> revisions = new HashMap<>();
        String shown = request.getParameter("revisions." + duty);
        if (shown != null) {
            for (String each : shown.split(",")) {
                String[] parts = each.split(":");
                if (parts.length == 2 && parts[1].matches("[0-9]{1,9}")) {
                    revisions.put(parts[0], Integer.valueOf(parts[1]));
                }
            }
        }
        return revisions;
    }
}
