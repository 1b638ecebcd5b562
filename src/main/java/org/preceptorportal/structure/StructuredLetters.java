package org.preceptorportal.structure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;

/** All answered structures, and what can be counted over one author's. */
@ApplicationScoped
class StructuredLetters {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Seasons seasons;
    @Inject Structures structures;

    /** A signed letter of the author: when, and which band it named. */
    record Written(Instant at, Integer band) {}

    Optional<StructuredLetter> find(long letterId) {
        return Optional.ofNullable(em.find(StructuredLetter.class, letterId));
    }

    void add(StructuredLetter letter) {
        em.persist(letter);
    }

    /** What a letter's answers were. */
    record Then(Structure structure, StructureAnswers answers, boolean historyHidden) {}

    /**
     * @param kept by {@link StructuredLetter#source}
     */
    Then read(String kept) {
        try (JsonReader reader = Json.createReader(new StringReader(kept))) {
            JsonObject then = reader.readObject();
            Structure structure =
                    structures.get(then.getString("structure"), then.getInt("version"));
            return new Then(
                    structure,
                    StructureAnswers.read(structure, then.getJsonObject("answers").toString()),
                    then.getBoolean("hideHistory"));
        }
    }

    /** The answers are what they were. */
    void restore(Letter letter, Then then) {
        StructuredLetter row = em.find(StructuredLetter.class, letter.id());
        if (row == null) {
            row = new StructuredLetter(letter, then.structure());
            add(row);
        }
        row.begin(then.structure());
        row.answer(then.answers(), then.historyHidden());
    }

    Structure structureOf(StructuredLetter letter) {
        return structures.get(letter.structure(), letter.structureVersion());
    }

    StructureAnswers answersOf(StructuredLetter letter) {
        return StructureAnswers.read(structureOf(letter), letter.answers());
    }

    /**
     * The author's counts as they stood at a letter's last save (ST-3): what was shown, what is
     * signed and what is printed again are the same.
     */
    History history(Letter letter, Structure structure) {
        List<Written> own =
                em.createQuery(
                                "select l.signedAt, s.band from StructuredLetter s, Letter l"
                                        + " where l.id = s.letterId and l.preceptorId = ?1"
                                        + " and s.structure = ?2 and l.id <> ?3"
                                        + " and l.status = ?4 and l.signedAt <= ?5",
                                Object[].class)
                        .setParameter(1, letter.preceptorId())
                        .setParameter(2, structure.code())
                        .setParameter(3, letter.id())
                        .setParameter(4, LetterStatus.SIGNED)
                        .setParameter(5, letter.savedAt())
                        .getResultStream()
                        .map(row -> new Written((Instant) row[0], (Integer) row[1]))
                        .toList();
        Season current = seasons.of(LocalDate.ofInstant(letter.savedAt(), zone()));
        Season last = seasons.of(current.firstDay().minusDays(1));
        return count(structure, own, last, current);
    }

    private java.time.ZoneId zone() {
        return seasons.current().zone();
    }

    static History count(Structure structure, List<Written> own, Season last, Season current) {
        List<Written> before = own.stream().filter(w -> in(w, last)).toList();
        List<Written> now = own.stream().filter(w -> in(w, current)).toList();
        List<History.Count> bands = new ArrayList<>();
        structure
                .comparison()
                .ifPresent(
                        question -> {
                            for (int i = 1; i <= question.levels().size(); i++) {
                                bands.add(
                                        new History.Count(
                                                question.levels().get(i - 1).word(),
                                                times(before, i),
                                                times(now, i)));
                            }
                        });
        return new History(last.name(), current.name(), before.size(), now.size(), bands);
    }

    private static boolean in(Written letter, Season season) {
        return season.covers(LocalDate.ofInstant(letter.at(), season.zone()));
    }

    private static int times(List<Written> letters, int band) {
        return (int) letters.stream().filter(w -> w.band() != null && w.band() == band).count();
    }
}
