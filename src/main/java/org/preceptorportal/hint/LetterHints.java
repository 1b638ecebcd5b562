package org.preceptorportal.hint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.preceptorportal.hint.Hint.Kind;
import org.preceptorportal.hint.Passage.Word;
import org.preceptorportal.privacy.PatientPrivacy;
import org.preceptorportal.privacy.PrivacyHit;

/** Reads a letter as a careful colleague would. Keeps nothing, asks nobody. */
@ApplicationScoped
public class LetterHints {
    /** Readers of letters expect no more. */
    private static final int PAGES = 2;

    /** From here on a rating carries praise. */
    private static final int CARRIES_PRAISE = 4;

    /** Words that may stand between praise and the skill it is for. */
    private static final int NEAR = 6;

    /** Shorter parts of names meet too many words by chance. */
    private static final int SHORTEST_PART = 3;

    private static final Set<String> HER = Set.of("she", "her", "hers", "herself");
    private static final Set<String> HIM = Set.of("he", "him", "his", "himself");

    /** Before a word that is also a name, they make it one. */
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "doctor");

    /** Words of salutations and specialties that name nobody. */
    private static final Set<String> GENERIC =
            Set.of(
                    "dear",
                    "program",
                    "programs",
                    "residency",
                    "fellowship",
                    "director",
                    "directors",
                    "selection",
                    "committee",
                    "members",
                    "member",
                    "internal",
                    "family",
                    "emergency",
                    "medicine",
                    "surgery",
                    "general",
                    "pediatrics",
                    "psychiatry",
                    "neurology",
                    "obstetrics",
                    "gynecology",
                    "orthopaedic",
                    "orthopedic",
                    "preventive",
                    "physical",
                    "rehabilitation",
                    "radiology",
                    "pathology",
                    "anesthesiology",
                    "dermatology",
                    "urology",
                    "plastic",
                    "graduate",
                    "medical",
                    "education",
                    "training",
                    "faculty",
                    "colleague",
                    "colleagues",
                    "doctor",
                    "dr",
                    "sir",
                    "madam",
                    "and",
                    "of",
                    "the",
                    "to",
                    "whom",
                    "it",
                    "may",
                    "concern",
                    "admissions",
                    "recruitment",
                    "clinical",
                    "transitional",
                    "year",
                    "categorical",
                    "preliminary",
                    "your",
                    "our",
                    "chair");

    private static final HintWords WORDS = HintWords.read();

    @Inject PatientPrivacy privacy;

    protected LetterHints() {}

    LetterHints(PatientPrivacy privacy) {
        this.privacy = privacy;
    }

    /**
     * @param text the author's words, a line feed between paragraphs
     * @return in the order of the text; what is about the whole letter comes last
     */
    public List<Hint> check(String text, LetterRecords records) {
        Passage passage = new Passage(text);
        List<Hint> found = new ArrayList<>();
        openQuestions(passage, records, found);
        salutation(passage, records, found);
        otherLearners(passage, records, found);
        patients(passage, records, found);
        skills(passage, records, found);
        doubt(passage, records, found);
        pronouns(passage, records, found);
        if (records.pages() > PAGES) {
            found.add(
                    new Hint(
                            Kind.LENGTH,
                            text.length(),
                            text.length(),
                            "",
                            0,
                            List.of(records.pages())));
        }
        found.sort(Comparator.comparingInt(Hint::start));
        return List.copyOf(found);
    }

    private static void openQuestions(Passage p, LetterRecords records, List<Hint> found) {
        for (String open : records.open()) {
            for (int i = p.text.indexOf(open); i >= 0; i = p.text.indexOf(open, i + 1)) {
                found.add(hint(Kind.OPEN_QUESTION, p, i, i + open.length(), List.of()));
            }
        }
    }

    /** Only the first line, and only if it is a salutation. */
    private static void salutation(Passage p, LetterRecords records, List<Hint> found) {
        int end = p.text.indexOf('\n') < 0 ? p.text.length() : p.text.indexOf('\n');
        Passage line = new Passage(p.text.substring(0, Math.min(end, 300)));
        if (line.words.isEmpty()
                || !Set.of("dear", "to", "attention").contains(line.words.get(0).plain())) {
            return;
        }
        for (String program : records.programs()) {
            List<String> name = Passage.parts(program);
            // A specialty is no name: "Internal Medicine".
            int at = name.size() < 2 || generic(name) ? -1 : line.find(name, 1);
            if (at >= 0) {
                add(found, Kind.SALUTATION, line, at, at + name.size() - 1, List.of());
                return;
            }
        }
        namedPlace(line)
                .ifPresent(
                        last -> {
                            int first = last;
                            while (first > 1 && inName(line, first - 1)) {
                                first--;
                            }
                            add(found, Kind.SALUTATION, line, first, last, List.of());
                        });
    }

    /** "at Lakeside Hospital", "of the University of Northgate": a place with a name of its own. */
    private static OptionalInt namedPlace(Passage line) {
        for (int i = 1; i < line.words.size(); i++) {
            String word = line.words.get(i).plain();
            if (!WORDS.places().contains(word) || !line.capital(i)) {
                continue;
            }
            boolean after =
                    i + 2 < line.words.size()
                            && line.words.get(i + 1).plain().equals("of")
                            && line.capital(i + 2)
                            && line.oneSentence(i, i + 2);
            if (after) {
                int last = i + 2;
                while (last + 1 < line.words.size() && inName(line, last + 1)) {
                    last++;
                }
                return OptionalInt.of(last);
            }
            for (int before = i - 1; before > 0 && inName(line, before); before--) {
                if (ownName(line, before)) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    private static boolean inName(Passage line, int word) {
        return adjoins(line, word)
                && (line.capital(word)
                        || Set.of("of", "the").contains(line.words.get(word).plain()))
                && !Set.of("dear", "to", "director", "directors", "committee", "chair")
                        .contains(line.words.get(word).plain());
    }

    private static boolean adjoins(Passage line, int word) {
        return word + 1 >= line.words.size()
                || line.plain
                        .substring(line.words.get(word).end(), line.words.get(word + 1).start())
                        .chars()
                        .allMatch(c -> c == ' ' || c == '.' || c == '\'');
    }

    private static boolean ownName(Passage line, int word) {
        return line.capital(word)
                && adjoins(line, word)
                && !WORDS.places().contains(line.words.get(word).plain())
                && !GENERIC.contains(line.words.get(word).plain());
    }

    private static boolean generic(List<String> name) {
        return name.stream()
                .allMatch(part -> GENERIC.contains(part) || WORDS.places().contains(part));
    }

    private static void otherLearners(Passage p, LetterRecords records, List<Hint> found) {
        Set<String> own = new HashSet<>(parts(records.learner()));
        Set<String> known = new HashSet<>(own);
        known.addAll(parts(records.known()));
        Set<Integer> marked = new TreeSet<>();
        List<String> whole = new ArrayList<>(records.earlier());
        whole.addAll(records.others());
        for (String name : whole) {
            List<String> words = Passage.parts(name);
            if (words.isEmpty() || own.containsAll(words)) {
                continue;
            }
            markAll(p, words, marked, found);
            if (words.size() > 2) {
                markAll(p, List.of(words.get(0), words.get(words.size() - 1)), marked, found);
            }
        }
        for (String part : parts(records.earlier())) {
            if (part.length() < SHORTEST_PART || known.contains(part)) {
                continue;
            }
            for (int i = p.find(List.of(part), 0); i >= 0; i = p.find(List.of(part), i + 1)) {
                boolean name =
                        !WORDS.alsoWords().contains(part)
                                || p.capital(i)
                                        && (!p.beginsSentence(i)
                                                || i > 0
                                                        && TITLES.contains(
                                                                p.words.get(i - 1).plain()));
                boolean cased = Character.isLowerCase(part.codePointAt(0));
                if (name && (!cased || p.capital(i)) && marked.add(i)) {
                    add(found, Kind.OTHER_LEARNER, p, i, i, List.of());
                }
            }
        }
    }

    /** A whole name; of one word only where it is no other word. */
    private static void markAll(
            Passage p, List<String> name, Set<Integer> marked, List<Hint> found) {
        if (name.size() == 1
                && (name.get(0).length() < SHORTEST_PART + 1
                        || WORDS.alsoWords().contains(name.get(0)))) {
            return;
        }
        for (int i = p.find(name, 0); i >= 0; i = p.find(name, i + 1)) {
            boolean cased = Character.isLowerCase(name.get(0).codePointAt(0));
            if ((!cased || p.capital(i)) && !marked.contains(i)) {
                for (int k = 0; k < name.size(); k++) {
                    marked.add(i + k);
                }
                add(found, Kind.OTHER_LEARNER, p, i, i + name.size() - 1, List.of());
            }
        }
    }

    private void patients(Passage p, LetterRecords records, List<Hint> found) {
        List<String> known = new ArrayList<>(records.learner());
        known.addAll(records.known());
        known.addAll(records.others());
        known.addAll(records.earlier());
        known.addAll(records.programs());
        for (PrivacyHit hit : privacy.check(p.text, known)) {
            found.add(
                    hint(Kind.PATIENT, p, hit.start(), hit.end(), List.of(hit.kind().reasonKey())));
        }
    }

    private static void skills(Passage p, LetterRecords records, List<Hint> found) {
        List<int[]> praise = places(p, WORDS.praise());
        for (HintWords.Skill skill : WORDS.skills()) {
            OptionalInt best =
                    skill.items().stream()
                            .filter(records.rated()::containsKey)
                            .mapToInt(records.rated()::get)
                            .max();
            if (best.isPresent() && best.getAsInt() >= CARRIES_PRAISE) {
                continue;
            }
            places(p, skill.terms()).stream()
                    .map(term -> claim(p, term, praise))
                    .filter(claim -> claim != null)
                    .findFirst()
                    .ifPresent(
                            claim ->
                                    add(
                                            found,
                                            best.isPresent()
                                                    ? Kind.SKILL_LOWER
                                                    : Kind.SKILL_UNRATED,
                                            p,
                                            claim[0],
                                            claim[1],
                                            best.isPresent()
                                                    ? List.of(skill.label(), best.getAsInt())
                                                    : List.of(skill.label())));
        }
    }

    /**
     * From the praise to the skill or the other way round; null when they do not belong together.
     */
    private static int[] claim(Passage p, int[] term, List<int[]> praise) {
        for (int[] word : praise) {
            int first = Math.min(word[0], term[0]);
            int last = Math.max(word[1], term[1]);
            int between = Math.max(word[0], term[0]) - Math.min(word[1], term[1]) - 1;
            if (between <= NEAR && p.oneSentence(first, last) && !negated(p, first)) {
                return new int[] {first, last};
            }
        }
        return null;
    }

    /** "I did not see ...": a denial earlier in the sentence. */
    private static boolean negated(Passage p, int word) {
        for (int i = word - 1; i >= 0 && p.oneSentence(i, word); i--) {
            String plain = p.words.get(i).plain();
            if (WORDS.negations().contains(plain) || plain.endsWith("n't")) {
                return true;
            }
        }
        return false;
    }

    private static void doubt(Passage p, LetterRecords records, List<Hint> found) {
        List<Passage> past = records.past().stream().map(Passage::new).toList();
        for (List<String> phrase : WORDS.doubt()) {
            int at = p.find(phrase, 0);
            if (at < 0) {
                continue;
            }
            long using = past.stream().filter(letter -> letter.find(phrase, 0) >= 0).count();
            // Whoever writes so in every second letter means nothing by it.
            if (2 * using >= past.size() && !past.isEmpty()) {
                continue;
            }
            add(
                    found,
                    past.isEmpty() ? Kind.DOUBT_ALONE : Kind.DOUBT,
                    p,
                    at,
                    at + phrase.size() - 1,
                    past.isEmpty() ? List.of() : List.of(past.size(), (int) using));
        }
    }

    private static void pronouns(Passage p, LetterRecords records, List<Hint> found) {
        List<Integer> her = of(p, HER);
        List<Integer> him = of(p, HIM);
        if (!records.earlier().isEmpty() && !(her.isEmpty() && him.isEmpty())) {
            List<Integer> more = her.size() >= him.size() ? her : him;
            Word first = p.words.get(more.get(0));
            add(
                    found,
                    Kind.PRONOUN,
                    p,
                    more.get(0),
                    more.get(0),
                    List.of(first.plain(), more.size()));
        } else if (Math.min(her.size(), him.size()) > 0
                && 5 * Math.min(her.size(), him.size()) <= Math.max(her.size(), him.size())) {
            // One that slipped in among many; a letter may well speak of patients of both kinds.
            int odd = (her.size() < him.size() ? her : him).get(0);
            add(found, Kind.PRONOUN_MIXED, p, odd, odd, List.of(p.words.get(odd).plain()));
        }
    }

    private static List<Integer> of(Passage p, Set<String> pronouns) {
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < p.words.size(); i++) {
            if (pronouns.contains(p.words.get(i).plain())) {
                at.add(i);
            }
        }
        return at;
    }

    private static List<int[]> places(Passage p, List<List<String>> phrases) {
        Map<Integer, int[]> places = new LinkedHashMap<>();
        for (List<String> phrase : phrases) {
            for (int i = p.find(phrase, 0); i >= 0; i = p.find(phrase, i + 1)) {
                places.putIfAbsent(i, new int[] {i, i + phrase.size() - 1});
            }
        }
        return places.values().stream().sorted(Comparator.comparingInt(w -> w[0])).toList();
    }

    private static Set<String> parts(Collection<String> names) {
        Set<String> parts = new HashSet<>();
        names.forEach(name -> parts.addAll(Passage.parts(name)));
        return parts;
    }

    private static void add(
            List<Hint> found, Kind kind, Passage p, int first, int last, List<Object> arguments) {
        found.add(hint(kind, p, p.words.get(first).start(), p.words.get(last).end(), arguments));
    }

    private static Hint hint(Kind kind, Passage p, int start, int end, List<Object> arguments) {
        return new Hint(
                kind,
                start,
                end,
                p.text.substring(start, end),
                p.occurrence(start, end),
                arguments);
    }
}
