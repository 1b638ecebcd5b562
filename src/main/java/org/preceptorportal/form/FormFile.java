package org.preceptorportal.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.Words;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads a form's text, and says of every fault where it is and why (FO-4). The format is described
 * in {@code docs/forms.md}.
 *
 * <p>The text comes from outside: it is limited in length, and YAML's references, which can make a
 * short text endless, are refused before anything follows them.
 */
public final class FormFile {
    /** Characters a file may have. */
    public static final int LONGEST = 100_000;

    private static final int MOST_ITEMS = 40;
    private static final int MOST_WORDS = 100;
    private static final int FEWEST_REQUIRED_IN_FINAL = 3;
    private static final int TITLE = 120;
    private static final int WORD = 16;
    private static final int SENTENCE = 200;
    private static final String CODE = "[a-z][a-z0-9-]{1,59}";
    private static final String EPA = "EPA ([1-9]|1[0-3])";

    /** Texts that a form of a purpose must ask, because other pages of the portal show them. */
    private static final Map<Purpose, List<String>> TEXTS =
            Map.of(
                    Purpose.FINAL, List.of("strengths", "improvement"),
                    Purpose.MID, List.of("goal"),
                    Purpose.ENCOUNTER, List.of("note"));

    /** Names of answers about the circumstances, which every form has. */
    private static final Set<String> CONTEXT = Set.of("days", "encounters", "conflict");

    /** Names of texts, which items must not have. */
    private static final Set<String> TAKEN = Set.of("strengths", "improvement", "goal", "note");

    private final List<FormProblem> problems = new ArrayList<>();
    // Counted while reading: a domain or item with another fault still covers what it covers.
    private final Set<String> covered = new TreeSet<>();
    private int required;

    private final Map<String, Mark> itemMarks = new HashMap<>();
    private final Words words = new Words();

    private FormFile() {}

    /**
     * @param version the number that the form gets when there are no problems
     */
    public static FormReading read(String text, int version) {
        FormFile file = new FormFile();
        EvaluationForm form = file.form(text, version);
        file.problems.sort(
                Comparator.comparingInt(FormProblem::line).thenComparingInt(FormProblem::column));
        return new FormReading(file.problems.isEmpty() ? form : null, file.problems);
    }

    /** A ready-made part of a form: {@code item}, {@code text}, {@code scale-frequency} ... */
    public static String piece(String name) {
        return Forms.resource("pieces/" + name);
    }

    private EvaluationForm form(String text, int version) {
        if (text.length() > LONGEST) {
            problem(null, "tooLong", LONGEST);
            return null;
        }
        return compose(text)
                .flatMap(node -> block(node, "form", FORM_KEYS, Set.of()))
                .map(block -> form(block, version))
                .orElse(null);
    }

    private static final Set<String> FORM_KEYS =
            Set.of("form", "title", "purpose", "rotation-types", "scales", "domains", "texts");

    private EvaluationForm form(Block block, int version) {
        String code = code(block, "form");
        String title = text(block, "title", TITLE);
        Purpose purpose = purpose(block);
        EnumSet<RotationType> types = rotationTypes(block);
        Map<String, Scale> scales = scales(block);
        List<Domain> domains = domains(block, scales.keySet());
        List<TextQuestion> texts = texts(block);
        if (purpose != null) {
            mustServe(purpose, block, texts);
        }
        if (!problems.isEmpty()) {
            return null;
        }
        return new EvaluationForm(
                code, version, title, purpose, types, List.copyOf(scales.values()), domains, texts);
    }

    /** What the rest of the portal needs of a form of this purpose (FO-3). */
    private void mustServe(Purpose purpose, Block form, List<TextQuestion> texts) {
        for (String needed : TEXTS.get(purpose)) {
            boolean must = purpose != Purpose.ENCOUNTER;
            if (texts.stream().noneMatch(t -> t.code().equals(needed) && (t.required() || !must))
                    && form.has("texts")) {
                problem(
                        form.key("texts"),
                        must ? "textNeeded" : "textAsked",
                        purpose.word(),
                        needed);
            }
        }
        if (purpose != Purpose.FINAL || !form.has("domains")) {
            return;
        }
        for (String competency : Domain.COMPETENCIES) {
            if (!covered.contains(competency)) {
                problem(
                        form.key("domains"),
                        "competencyMissing",
                        competency,
                        words.say("form", "acgme." + competency));
            }
        }
        if (required < FEWEST_REQUIRED_IN_FINAL) {
            problem(form.key("domains"), "fewRequired", FEWEST_REQUIRED_IN_FINAL, required);
        }
    }

    private Purpose purpose(Block block) {
        return choice(block, "purpose", List.of(Purpose.values()), Purpose::word).orElse(null);
    }

    private EnumSet<RotationType> rotationTypes(Block block) {
        EnumSet<RotationType> types = EnumSet.noneOf(RotationType.class);
        List<RotationType> all = List.of(RotationType.values());
        for (Node node : list(block, "rotation-types")) {
            String word = scalar(node, "rotation-types", WORD).orElse(null);
            if (word != null) {
                Optional<RotationType> type = named(word, all, FormFile::word);
                if (type.isEmpty()) {
                    problem(mark(node), "notOneOf", "rotation-types", word, join(all));
                } else if (!types.add(type.get())) {
                    problem(mark(node), "typeTwice", word);
                }
            }
        }
        return types;
    }

    /** As files spell a rotation type: small letters and hyphens. */
    static String word(RotationType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Map<String, Scale> scales(Block form) {
        Map<String, Scale> scales = new LinkedHashMap<>();
        Map<String, Mark> marks = new HashMap<>();
        for (Node node : list(form, "scales")) {
            Block block =
                    block(node, "scale", Set.of("code", "title", "levels"), Set.of()).orElse(null);
            if (block == null) {
                continue;
            }
            String code = code(block, "code");
            String title = text(block, "title", TITLE);
            List<Node> nodes = list(block, "levels");
            List<Level> levels = new ArrayList<>();
            if (block.has("levels") && nodes.size() != Scale.LEVELS && !nodes.isEmpty()) {
                problem(block.key("levels"), "levels", name(code), nodes.size());
            }
            for (Node level : nodes) {
                level(level, levels.size() + 1).ifPresent(levels::add);
            }
            if (code != null && once(code, block.key("code"), marks, "scaleTwice")) {
                scales.put(code, levels.size() == Scale.LEVELS ? scale(code, title, levels) : null);
            }
        }
        return scales;
    }

    private static Scale scale(String code, String title, List<Level> levels) {
        return title == null ? null : new Scale(code, title, levels);
    }

    private Optional<Level> level(Node node, int value) {
        return block(node, "level", Set.of("word", "meaning"), Set.of())
                .flatMap(
                        block -> {
                            String word = text(block, "word", WORD);
                            String meaning = text(block, "meaning", SENTENCE);
                            return word == null || meaning == null || value > Scale.LEVELS
                                    ? Optional.empty()
                                    : Optional.of(new Level(value, word, meaning));
                        });
    }

    private List<Domain> domains(Block form, Set<String> scales) {
        List<Domain> domains = new ArrayList<>();
        Map<String, Mark> marks = new HashMap<>();
        for (Node node : list(form, "domains")) {
            block(node, "domain", Set.of("code", "label", "items"), Set.of("acgme"))
                    .ifPresent(block -> domain(block, scales, marks).ifPresent(domains::add));
        }
        if (itemMarks.size() > MOST_ITEMS) {
            problem(form.key("domains"), "manyItems", itemMarks.size(), MOST_ITEMS);
        }
        return domains;
    }

    private Optional<Domain> domain(Block block, Set<String> scales, Map<String, Mark> marks) {
        String code = code(block, "code");
        String label = text(block, "label", TITLE);
        String acgme =
                block.has("acgme")
                        ? choice(block, "acgme", Domain.COMPETENCIES, c -> c).orElse(null)
                        : null;
        if (acgme != null) {
            covered.add(acgme);
        }
        List<Item> items = new ArrayList<>();
        String first = null;
        for (Node node : list(block, "items")) {
            Block item = block(node, "item", ITEM_KEYS, ITEM_OPTIONS).orElse(null);
            if (item == null) {
                continue;
            }
            String scale = itemScale(item, scales);
            if (first != null && scale != null && !first.equals(scale)) {
                problem(item.key("scale"), "scalesMixed", name(code), first, scale);
            } else {
                first = first == null ? scale : first;
                item(item, scale).ifPresent(items::add);
            }
        }
        boolean fresh = code != null && once(code, block.key("code"), marks, "domainTwice");
        return fresh && label != null && !items.isEmpty()
                ? Optional.of(new Domain(code, label, acgme, items))
                : Optional.empty();
    }

    private static final Set<String> ITEM_KEYS = Set.of("code", "label", "scale");
    private static final Set<String> ITEM_OPTIONS = Set.of("required", "epa", "anchors");

    private String itemScale(Block item, Set<String> scales) {
        String scale = text(item, "scale", TITLE);
        if (scale != null && !scales.contains(scale)) {
            problem(item.value("scale"), "scaleUnknown", scale, String.join(", ", scales));
            return null;
        }
        return scale;
    }

    private Optional<Item> item(Block block, String scale) {
        String code = code(block, "code");
        String label = text(block, "label", TITLE);
        boolean must = yes(block, "required");
        required += must ? 1 : 0;
        String epa = block.has("epa") ? text(block, "epa", WORD) : null;
        if (epa != null && !epa.matches(EPA)) {
            problem(block.value("epa"), "epa", epa);
        }
        List<String> anchors = new ArrayList<>();
        if (block.has("anchors")) {
            List<Node> nodes = list(block, "anchors");
            if (!nodes.isEmpty() && nodes.size() != Scale.LEVELS) {
                problem(block.key("anchors"), "anchors", name(code), nodes.size());
            }
            for (Node node : nodes) {
                scalar(node, "anchors", SENTENCE).ifPresent(anchors::add);
            }
        }
        boolean fresh = code != null && once(code, block.key("code"), itemMarks, "itemTwice");
        if (fresh && (TAKEN.contains(code) || CONTEXT.contains(code))) {
            problem(block.value("code"), "taken", code);
        }
        boolean whole = anchors.isEmpty() || anchors.size() == Scale.LEVELS;
        return fresh && label != null && scale != null && whole
                ? Optional.of(new Item(code, label, scale, anchors, must, epa))
                : Optional.empty();
    }

    private List<TextQuestion> texts(Block form) {
        List<TextQuestion> texts = new ArrayList<>();
        Map<String, Mark> marks = new HashMap<>(itemMarks);
        for (Node node : list(form, "texts")) {
            Block block =
                    block(
                                    node,
                                    "text",
                                    Set.of("code", "label"),
                                    Set.of("hint", "required", "fewest-words"))
                            .orElse(null);
            if (block == null) {
                continue;
            }
            String code = code(block, "code");
            String label = text(block, "label", TITLE);
            String hint = block.has("hint") ? text(block, "hint", SENTENCE) : "";
            if (code != null && CONTEXT.contains(code)) {
                problem(block.value("code"), "taken", code);
            }
            boolean required = yes(block, "required");
            int fewest = fewestWords(block);
            if (code != null
                    && once(code, block.key("code"), marks, "textTwice")
                    && label != null
                    && hint != null) {
                texts.add(new TextQuestion(code, label, hint, required, fewest));
            }
        }
        return texts;
    }

    private int fewestWords(Block block) {
        if (!block.has("fewest-words")) {
            return 0;
        }
        String number = text(block, "fewest-words", WORD);
        if (number != null && (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) > 100)) {
            problem(block.value("fewest-words"), "number", "fewest-words", number, MOST_WORDS);
            return 0;
        }
        return number == null ? 0 : Integer.parseInt(number);
    }

    private boolean yes(Block block, String key) {
        if (!block.has(key)) {
            return false;
        }
        String word = text(block, key, WORD);
        if (word != null && !Set.of("yes", "no", "true", "false").contains(word)) {
            problem(block.value(key), "yesNo", key, word);
        }
        return "yes".equals(word) || "true".equals(word);
    }

    private String code(Block block, String key) {
        String code = text(block, key, TITLE);
        if (code != null && !code.matches(CODE)) {
            problem(block.value(key), "code", key, code);
            return null;
        }
        return code;
    }

    private <T> Optional<T> choice(
            Block block, String key, List<T> all, Function<T, String> spelling) {
        String word = text(block, key, TITLE);
        if (word == null) {
            return Optional.empty();
        }
        Optional<T> found = named(word, all, spelling);
        if (found.isEmpty()) {
            problem(
                    block.value(key),
                    "notOneOf",
                    key,
                    word,
                    String.join(", ", all.stream().map(spelling).toList()));
        }
        return found;
    }

    private static <T> Optional<T> named(String word, List<T> all, Function<T, String> spelling) {
        return all.stream().filter(each -> spelling.apply(each).equals(word)).findAny();
    }

    private static String join(List<RotationType> all) {
        return String.join(", ", all.stream().map(FormFile::word).toList());
    }

    private boolean once(String code, Mark mark, Map<String, Mark> seen, String key) {
        Mark first = seen.putIfAbsent(code, mark);
        if (first != null) {
            problem(mark, key, code, first.getLine() + 1);
        }
        return first == null;
    }

    private static String name(String code) {
        return code == null ? "?" : code;
    }

    /** The value of a key, or null after saying what is wrong with it; a missing key was said. */
    private String text(Block block, String key, int longest) {
        return block.has(key) ? scalar(block.node(key), key, longest).orElse(null) : null;
    }

    private Optional<String> scalar(Node node, String key, int longest) {
        if (!(node instanceof ScalarNode scalar)) {
            problem(mark(node), "notText", key);
            return Optional.empty();
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty()) {
            problem(mark(node), "empty", key);
            return Optional.empty();
        }
        if (text.length() > longest) {
            problem(mark(node), "long", key, text.length(), longest);
            return Optional.empty();
        }
        // The fonts of reports have no emoji; a label with one would spoil a report for good.
        Optional<String> symbol =
                text.codePoints()
                        .filter(
                                c ->
                                        Character.isSupplementaryCodePoint(c)
                                                || !Character.isDefined(c)
                                                || Character.isISOControl(c) && c != '\n')
                        .mapToObj(Character::toString)
                        .findFirst();
        if (symbol.isPresent()) {
            problem(mark(node), "symbol", key, symbol.get());
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private List<Node> list(Block block, String key) {
        if (!block.has(key)) {
            return List.of();
        }
        if (!(block.node(key) instanceof SequenceNode sequence)) {
            problem(block.key(key), "notList", key);
            return List.of();
        }
        if (sequence.getValue().isEmpty()) {
            problem(block.key(key), "emptyList", key);
        }
        return sequence.getValue();
    }

    /**
     * @param kind what it is, for messages {@code kind.*}
     * @return empty, after saying so, when the node is no block of keys
     */
    private Optional<Block> block(
            Node node, String kind, Set<String> required, Set<String> optional) {
        String what = words.say("form", "kind." + kind);
        if (!(node instanceof MappingNode mapping)) {
            problem(mark(node), "notBlock", what);
            return Optional.empty();
        }
        Block block = new Block();
        for (NodeTuple tuple : mapping.getValue()) {
            Mark at = mark(tuple.getKeyNode());
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!required.contains(key) && !optional.contains(key)) {
                unknown(at, key, what, required, optional);
            } else if (block.has(key)) {
                problem(at, "keyTwice", key, block.key(key).getLine() + 1);
            } else {
                block.put(key, at, tuple.getValueNode());
            }
        }
        for (String key : new TreeSet<>(required)) {
            if (!block.has(key)) {
                problem(mark(node), "keyMissing", what, key);
                block.miss(key, mark(node));
            }
        }
        return Optional.of(block);
    }

    private void unknown(
            Mark at, String key, String what, Set<String> required, Set<String> optional) {
        Set<String> all = new TreeSet<>(required);
        all.addAll(optional);
        Optional<String> near = all.stream().filter(each -> alike(each, key)).findFirst();
        if (near.isPresent()) {
            problem(at, "keyTypo", key, what, near.get());
        } else {
            problem(at, "keyUnknown", key, what, String.join(", ", all));
        }
    }

    /** At most two letters apart (Levenshtein), for words of four and more. */
    private static boolean alike(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()] <= (one.length() < 4 ? 1 : 2);
    }

    private Optional<Node> compose(String text) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(2 * LONGEST).build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                if (event.getEventId() == Event.ID.Alias) {
                    problem(event.getStartMark().orElse(null), "alias");
                    return Optional.empty();
                }
            }
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isEmpty()) {
                problem(null, "nothing");
            }
            return node;
        } catch (MarkedYamlEngineException e) {
            String key = syntax(e.getProblem());
            // A quotation mark is missed at the end of the file, but the fault is where it opened.
            Optional<Mark> at = "syntaxQuote".equals(key) ? e.getContextMark() : e.getProblemMark();
            problem(at.orElse(null), key, e.getProblem());
        } catch (YamlEngineException e) {
            problem(null, "syntax", e.getMessage());
        }
        return Optional.empty();
    }

    /** The parser speaks of tokens and blocks; most people who write a form do not. */
    private static String syntax(String problem) {
        if (problem.contains("mapping values are not allowed")) {
            return "syntaxColon";
        }
        if (problem.contains("TAB") || problem.contains("\t")) {
            return "syntaxTab";
        }
        if (problem.contains("<block end>") || problem.contains("but found '-'")) {
            return "syntaxIndent";
        }
        if (problem.contains("could not find expected ':'")) {
            return "syntaxNoColon";
        }
        if (problem.contains("unexpected end of stream")) {
            return "syntaxQuote";
        }
        return "syntax";
    }

    private static Mark mark(Node node) {
        return node.getStartMark().orElse(null);
    }

    private void problem(Mark mark, String key, Object... arguments) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = String.valueOf(arguments[i]);
        }
        problems.add(new FormProblem(line, column, words.say("form", "problem." + key, plain)));
    }

    /** Keys and values of one block, with the place of each. */
    private static final class Block {
        private final Map<String, Node> values = new HashMap<>();
        private final Map<String, Mark> marks = new HashMap<>();

        void put(String key, Mark at, Node value) {
            values.put(key, value);
            marks.put(key, at);
        }

        void miss(String key, Mark at) {
            marks.put(key, at);
        }

        boolean has(String key) {
            return values.containsKey(key);
        }

        Node node(String key) {
            return values.get(key);
        }

        Mark key(String key) {
            return marks.get(key);
        }

        Mark value(String key) {
            return mark(values.get(key));
        }
    }
}
