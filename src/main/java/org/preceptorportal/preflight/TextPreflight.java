package org.preceptorportal.preflight;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.preceptorportal.preflight.Finding.Item;
import org.preceptorportal.preflight.Finding.Outcome;
import org.preceptorportal.season.Profile.Shown;
import org.preceptorportal.season.TextProfile;

/** Holds a letter without layout against what fields and mails take. */
@ApplicationScoped
public class TextPreflight {
    /** More of them are counted and not named. */
    private static final int MOST_NAMED = 12;

    /**
     * @param text with line feeds
     * @param signer whose name must stand in it
     * @param known what stands in it, where the portal wrote it itself; empty: it is read
     */
    public List<Finding> check(
            String text, String signer, Optional<Set<Shown>> known, TextProfile profile) {
        List<Finding> found = new ArrayList<>();
        found.add(
                measured(
                        Item.LENGTH,
                        text.codePointCount(0, text.length()),
                        profile.goodCharacters(),
                        profile.maxCharacters()));
        int longest =
                text.lines()
                        .mapToInt(line -> line.codePointCount(0, line.length()))
                        .max()
                        .orElse(0);
        found.add(measured(Item.LINES, longest, profile.goodLine(), profile.maxLine()));
        found.add(characters(text, profile));
        String bare = known.isPresent() ? "" : PdfLook.bare(text);
        for (Shown shown : Shown.values()) {
            if (profile.shows().contains(shown)) {
                boolean there =
                        known.map(all -> all.contains(shown))
                                .orElseGet(() -> Preflight.stands(shown, bare, signer));
                found.add(
                        Finding.of(
                                Preflight.SHOWN.get(shown),
                                there ? Outcome.GOOD : Outcome.BAD,
                                signer));
            }
        }
        return found;
    }

    private static Finding measured(Item item, int has, int good, int max) {
        Outcome outcome = has > max ? Outcome.BAD : has > good ? Outcome.DOUBT : Outcome.GOOD;
        return Finding.of(item, outcome, has, outcome == Outcome.BAD ? max : good);
    }

    private static Finding characters(String text, TextProfile profile) {
        List<Integer> others =
                text.codePoints()
                        .filter(c -> c != '\n')
                        .distinct()
                        .filter(c -> !profile.safe().matcher(Character.toString(c)).matches())
                        .boxed()
                        .toList();
        List<Integer> none = others.stream().filter(c -> !isCharacter(c)).toList();
        if (!none.isEmpty()) {
            return Finding.of(Item.CHARACTERS, Outcome.BAD, named(none));
        }
        return others.isEmpty()
                ? Finding.of(Item.CHARACTERS, Outcome.GOOD)
                : Finding.of(Item.CHARACTERS, Outcome.DOUBT, named(others));
    }

    /** Control characters, halves of characters and what nobody has assigned are none. */
    private static boolean isCharacter(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    private static String named(List<Integer> characters) {
        String names =
                characters.stream()
                        .limit(MOST_NAMED)
                        .map(TextPreflight::name)
                        .collect(Collectors.joining(" "));
        return characters.size() > MOST_NAMED ? names + " …" : names;
    }

    /** What cannot be seen is named by its number. */
    private static String name(int c) {
        int type = Character.getType(c);
        boolean seen =
                isCharacter(c)
                        && type != Character.FORMAT
                        && type != Character.NON_SPACING_MARK
                        && !Character.isSpaceChar(c);
        return seen ? Character.toString(c) : "U+%04X".formatted(c);
    }
}
