package org.preceptorportal.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.preceptorportal.structure.Structure.Kind;
import org.preceptorportal.structure.Structure.Level;
import org.preceptorportal.structure.Structure.Question;
import org.preceptorportal.structure.Structure.Section;
import org.preceptorportal.structure.Structure.Use;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a structure's file; whatever is wrong in it is said with its place. */
final class StructureFile {
    private static final int MOST_WORDS = 500;
    private static final int LABEL = 120;
    private static final int WORD = 40;
    private static final int SENTENCE = 200;
    private static final String CODE = "[a-z][a-z0-9-]{1,59}";
    private static final Set<String> QUESTION_KEYS =
            Set.of(
                    "code",
                    "label",
                    "kind",
                    "scale",
                    "levels",
                    "required",
                    "hint",
                    "words",
                    "fewest-words");

    private final Map<String, List<Level>> scales = new HashMap<>();
    private final Set<String> codes = new HashSet<>();
    private boolean compared;

    private StructureFile() {}

    /**
     * @throws IllegalArgumentException with the place and the fault
     */
    static Structure read(String text, int version) {
        Object root;
        try {
            root =
                    new Load(LoadSettings.builder().setMaxAliasesForCollections(0).build())
                            .loadFromString(text);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("this is no YAML: " + e.getMessage(), e);
        }
        return new StructureFile().structure(root, version);
    }

    private Structure structure(Object root, int version) {
        Map<?, ?> file =
                map(
                        root,
                        "the file",
                        Set.of("structure", "title", "use", "specialties", "scales", "sections"));
        for (Object scale : list(file, "scales", "the file")) {
            Map<?, ?> block = map(scale, "a scale", Set.of("code", "title", "levels"));
            String code = code(block, "a scale");
            text(block, "title", "scale " + code, LABEL);
            if (scales.put(code, levels(block, "scale " + code)) != null) {
                throw fault("scale " + code, "stands twice");
            }
        }
        List<Section> sections = new ArrayList<>();
        for (Object section : list(file, "sections", "the file")) {
            sections.add(section(section));
        }
        return new Structure(
                text(file, "structure", "the file", LABEL),
                version,
                text(file, "title", "the file", LABEL),
                one(Use.class, text(file, "use", "the file", WORD), "use"),
                list(file, "specialties", "the file").stream().map(Object::toString).toList(),
                sections);
    }

    private Section section(Object value) {
        Map<?, ?> block = map(value, "a section", Set.of("code", "label", "questions"));
        String code = code(block, "a section");
        List<Question> questions = new ArrayList<>();
        for (Object question : list(block, "questions", "section " + code)) {
            questions.add(question(question));
        }
        if (questions.isEmpty()) {
            throw fault("section " + code, "has no question");
        }
        return new Section(code, text(block, "label", "section " + code, LABEL), questions);
    }

    private Question question(Object value) {
        Map<?, ?> block = map(value, "a question", QUESTION_KEYS);
        String code = code(block, "a question");
        String place = "question " + code;
        if (!codes.add(code)) {
            throw fault(place, "stands twice");
        }
        Kind kind = one(Kind.class, text(block, "kind", place, WORD), place);
        if (kind == Kind.COMPARISON && compared) {
            throw fault(place, "is a second comparison");
        }
        compared |= kind == Kind.COMPARISON;
        int words = kind == Kind.TEXT ? number(block, "words", place) : 0;
        int fewest = block.containsKey("fewest-words") ? number(block, "fewest-words", place) : 0;
        if (words > MOST_WORDS || fewest > words) {
            throw fault(place, "has an impossible number of words");
        }
        return new Question(
                code,
                text(block, "label", place, LABEL),
                kind,
                yes(block, place),
                levels(block, kind, place),
                block.containsKey("hint") ? text(block, "hint", place, SENTENCE) : "",
                words,
                fewest);
    }

    private List<Level> levels(Map<?, ?> block, Kind kind, String place) {
        return switch (kind) {
            case TEXT -> List.of();
            case CHOICE, COMPARISON -> levels(block, place);
            case RATING -> {
                String scale = text(block, "scale", place, LABEL);
                if (!scales.containsKey(scale)) {
                    throw fault(place, "uses the unknown scale " + scale);
                }
                yield scales.get(scale);
            }
        };
    }

    private List<Level> levels(Map<?, ?> block, String place) {
        List<Level> levels = new ArrayList<>();
        for (Object level : list(block, "levels", place)) {
            Map<?, ?> entry = map(level, place, Set.of("word", "meaning"));
            Object meaning = entry.get("meaning");
            levels.add(
                    new Level(
                            text(entry, "word", place, WORD),
                            "".equals(meaning) ? "" : text(entry, "meaning", place, SENTENCE)));
        }
        if (levels.size() < 2 || levels.size() > 7) {
            throw fault(place, "needs two to seven levels");
        }
        return levels;
    }

    private static Map<?, ?> map(Object value, String place, Set<String> keys) {
        if (!(value instanceof Map<?, ?> map)) {
            throw fault(place, "must have named parts");
        }
        for (Object key : map.keySet()) {
            if (!keys.contains(key)) {
                throw fault(place, "has the unknown part " + key);
            }
        }
        return map;
    }

    private static List<?> list(Map<?, ?> block, String key, String place) {
        if (!(block.get(key) instanceof List<?> list)) {
            throw fault(place, "needs the list " + key);
        }
        return list;
    }

    private static String code(Map<?, ?> block, String place) {
        String code = text(block, "code", place, LABEL);
        if (!code.matches(CODE)) {
            throw fault(place, "has the impossible code " + code);
        }
        return code;
    }

    private static String text(Map<?, ?> block, String key, String place, int longest) {
        if (!(block.get(key) instanceof String text) || text.isBlank()) {
            throw fault(place, "needs " + key);
        }
        if (text.length() > longest) {
            throw fault(place, "is too long in " + key);
        }
        return text;
    }

    private static int number(Map<?, ?> block, String key, String place) {
        if (!(block.get(key) instanceof Integer number) || number < 1) {
            throw fault(place, "needs a number in " + key);
        }
        return number;
    }

    private static boolean yes(Map<?, ?> block, String place) {
        Object value = block.get("required");
        if (value != null && !value.equals("yes") && !value.equals("no")) {
            throw fault(place, "says neither yes nor no in required");
        }
        return "yes".equals(value);
    }

    private static <E extends Enum<E>> E one(Class<E> type, String word, String place) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + word + " is unknown", e);
        }
    }

    private static IllegalArgumentException fault(String place, String fault) {
        return new IllegalArgumentException(place + " " + fault);
    }
}
