package org.preceptorportal.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.preceptorportal.form.FormChange.Kind;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.Words;

/**
 * What changed from one version of a form to another, in words. Things are the same when their code
 * is: a new code is one thing removed and another added.
 */
public final class FormDiff {
    private final EvaluationForm before;
    private final EvaluationForm after;
    private final List<FormChange> changes = new ArrayList<>();
    private final Words words = new Words();

    private FormDiff(EvaluationForm before, EvaluationForm after) {
        this.before = before;
        this.after = after;
    }

    /** Differences in the order of the form; none when both ask the same in the same words. */
    public static List<FormChange> between(EvaluationForm before, EvaluationForm after) {
        FormDiff diff = new FormDiff(before, after);
        diff.head();
        diff.items();
        diff.domains();
        diff.texts();
        diff.scales();
        return List.copyOf(diff.changes);
    }

    private void head() {
        changed(before.title(), after.title(), "title");
        changed(word(before.purpose()), word(after.purpose()), "purpose");
        for (RotationType type : RotationType.values()) {
            boolean was = before.rotationTypes().contains(type);
            boolean is = after.rotationTypes().contains(type);
            if (was != is) {
                String name = words.say("form", "type." + type);
                changed(was ? name : null, is ? name : null, "type");
            }
        }
    }

    private void items() {
        Map<String, Item> old = by(before.items(), Item::code);
        Map<String, Item> now = by(after.items(), Item::code);
        Map<String, Domain> oldHome = homes(before);
        Map<String, Domain> newHome = homes(after);
        for (Item item : after.items()) {
            Item was = old.get(item.code());
            if (was == null) {
                changed(null, item.label(), "item", newHome.get(item.code()).label());
            } else {
                item(was, item, oldHome.get(item.code()), newHome.get(item.code()));
            }
        }
        for (Item item : before.items()) {
            if (!now.containsKey(item.code())) {
                changed(item.label(), null, "item", oldHome.get(item.code()).label());
            }
        }
        List<String> oldOrder = old.keySet().stream().filter(now::containsKey).toList();
        List<String> newOrder = now.keySet().stream().filter(old::containsKey).toList();
        if (!oldOrder.equals(newOrder)) {
            changed(labels(oldOrder, old), labels(newOrder, now), "order");
        }
    }

    private void item(Item was, Item is, Domain oldHome, Domain newHome) {
        String name = is.label();
        changed(was.label(), is.label(), "itemLabel", name);
        if (!oldHome.code().equals(newHome.code())) {
            changed(oldHome.label(), newHome.label(), "itemHome", name);
        }
        boolean sameScale = was.scale().equals(is.scale());
        if (!sameScale) {
            changed(before.scaleOf(was).title(), after.scaleOf(is).title(), "itemScale", name);
        }
        changed(yes(was.required()), yes(is.required()), "itemRequired", name);
        changed(was.epa(), is.epa(), "itemEpa", name);
        if (was.anchors().isEmpty() && is.anchors().isEmpty()) {
            return; // Then the scale's own meanings are compared, once for all items.
        }
        for (int rating = 1; rating <= Scale.LEVELS; rating++) {
            changed(before.anchor(was, rating), after.anchor(is, rating), "anchor", name, rating);
        }
    }

    private void domains() {
        Map<String, Domain> old = by(before.domains(), Domain::code);
        Map<String, Domain> now = by(after.domains(), Domain::code);
        now.forEach(
                (code, domain) -> {
                    Domain was = old.get(code);
                    if (was == null) {
                        changed(null, domain.label(), "domain");
                    } else {
                        changed(was.label(), domain.label(), "domainLabel", domain.label());
                        changed(was.acgme(), domain.acgme(), "domainAcgme", domain.label());
                    }
                });
        old.forEach(
                (code, domain) -> {
                    if (!now.containsKey(code)) {
                        changed(domain.label(), null, "domain");
                    }
                });
    }

    private void texts() {
        Map<String, TextQuestion> old = by(before.texts(), TextQuestion::code);
        Map<String, TextQuestion> now = by(after.texts(), TextQuestion::code);
        now.forEach(
                (code, text) -> {
                    TextQuestion was = old.get(code);
                    if (was == null) {
                        changed(null, text.label(), "text");
                        return;
                    }
                    String name = text.label();
                    changed(was.label(), name, "textLabel", name);
                    changed(full(was.hint()), full(text.hint()), "textHint", name);
                    changed(yes(was.required()), yes(text.required()), "textRequired", name);
                    changed(
                            String.valueOf(was.fewestWords()),
                            String.valueOf(text.fewestWords()),
                            "textWords",
                            name);
                });
        old.forEach(
                (code, text) -> {
                    if (!now.containsKey(code)) {
                        changed(text.label(), null, "text");
                    }
                });
    }

    private void scales() {
        Map<String, Scale> old = by(before.scales(), Scale::code);
        Map<String, Scale> now = by(after.scales(), Scale::code);
        now.forEach(
                (code, scale) -> {
                    Scale was = old.get(code);
                    if (was == null) {
                        changed(null, scale.title(), "scale");
                        return;
                    }
                    changed(was.title(), scale.title(), "scaleTitle", scale.title());
                    for (int rating = 1; rating <= Scale.LEVELS; rating++) {
                        changed(
                                spoken(was.level(rating)),
                                spoken(scale.level(rating)),
                                "level",
                                scale.title(),
                                rating);
                    }
                });
        old.forEach(
                (code, scale) -> {
                    if (!now.containsKey(code)) {
                        changed(scale.title(), null, "scale");
                    }
                });
    }

    private void changed(String was, String is, String key, Object... arguments) {
        if (!Objects.equals(was, is)) {
            Kind kind = was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED;
            changes.add(new FormChange(kind, words.say("form", "diff." + key, arguments), was, is));
        }
    }

    private String word(Purpose purpose) {
        return words.say("form", "purpose." + purpose);
    }

    private String yes(boolean required) {
        return words.say("form", required ? "diff.isRequired" : "diff.isOptional");
    }

    private static String full(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String spoken(Level level) {
        return level.word() + ": " + level.meaning();
    }

    private static String labels(List<String> codes, Map<String, Item> items) {
        return codes.stream().map(c -> items.get(c).label()).collect(Collectors.joining(" · "));
    }

    private static Map<String, Domain> homes(EvaluationForm form) {
        Map<String, Domain> homes = new LinkedHashMap<>();
        form.domains().forEach(d -> d.items().forEach(i -> homes.put(i.code(), d)));
        return homes;
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> code) {
        Map<String, T> byCode = new LinkedHashMap<>();
        all.forEach(each -> byCode.put(code.apply(each), each));
        return byCode;
    }
}
