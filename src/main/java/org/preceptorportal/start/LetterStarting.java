package org.preceptorportal.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.AuthoredLetter;
import org.preceptorportal.letter.DeskLetter;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.LetterText;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** How a letter begins: with questions, or with the words of an earlier one. */
@ApplicationScoped
public class LetterStarting {
    /** Nobody looks further back for words. */
    private static final int MOST_EARLIER = 30;

    private static final Pattern HER = Pattern.compile("(?i)\\b(she|hers?|herself)\\b");
    private static final Pattern HIM = Pattern.compile("(?i)\\b(he|him|his|himself)\\b");

    @Inject Structures structures;
    @Inject LetterWriting writing;
    @Inject AuditTrail audit;

    /** An earlier letter of the author, for choosing. */
    public record Earlier(long id, String learner, String specialty, Instant at)
            implements Serializable {}

    /** A name of the earlier learner in the text. */
    public record Name(String name, int times, String instead) implements Serializable {}

    /**
     * What would be taken over from an earlier letter; its text is content.
     *
     * @param her how often the text says "she", "her", "hers"
     * @param him how often it says "he", "him", "his"
     */
    public record TakeOver(
            String earlierLearner, LetterText text, List<Name> names, long her, long him) {
        /** Never logged: it holds the author's words. */
        @Override
        public String toString() {
            return "TakeOver[]";
        }
    }

    /**
     * Puts a structure's questions into the letter, each to be answered (SR-1).
     *
     * @throws IllegalArgumentException when there is no such structure
     */
    @Transactional
    public void fromStructure(Caller caller, long letterId, String code) {
        AuthoredLetter letter = writing.get(caller, letterId);
        String name = firstName(letter);
        String html =
                structures.get(code).questions().stream()
                        .map(question -> question.replace("{0}", name))
                        .map(question -> "<p>[" + Entities.escape(question) + "]</p>")
                        .collect(Collectors.joining());
        writing.begin(caller, letterId, letter.version(), LetterText.parse(html), null);
        audit.record(caller, "letter.structured", "letter", letterId, code);
    }

    /** Other letters of the author that have words; an assistant is offered none (SR-2). */
    @Transactional
    public List<Earlier> earlier(Caller caller, long letterId) {
        if (!caller.is(Role.PRECEPTOR)) {
            return List.of();
        }
        return writing.desk(caller).stream()
                .filter(letter -> letter.id() != letterId)
                .filter(
                        letter ->
                                letter.status() == LetterStatus.SIGNED
                                        || letter.status() == LetterStatus.DRAFTING
                                                && letter.begun())
                .sorted((a, b) -> Long.compare(newest(b), newest(a)))
                .limit(MOST_EARLIER)
                .filter(letter -> !writing.get(caller, letter.id()).text().isEmpty())
                .map(
                        letter ->
                                new Earlier(
                                        letter.id(),
                                        letter.learnerName(),
                                        letter.specialty(),
                                        letter.signedAt()))
                .toList();
    }

    private static long newest(DeskLetter letter) {
        return letter.signedAt() == null ? Long.MAX_VALUE : letter.signedAt().toEpochMilli();
    }

    /** What an earlier letter of the author's would bring along. */
    @Transactional
    public TakeOver look(Caller caller, long letterId, long earlierId) {
        AuthoredLetter letter = writing.get(caller, letterId);
        AuthoredLetter earlier = own(caller, earlierId);
        String plain = earlier.text().plain();
        return new TakeOver(
                earlier.learnerName(),
                earlier.text(),
                new NameSwap(names(earlier), names(letter))
                        .in(plain).stream()
                                .map(
                                        found ->
                                                new Name(
                                                        found.name(),
                                                        found.times(),
                                                        found.instead()))
                                .toList(),
                HER.matcher(plain).results().count(),
                HIM.matcher(plain).results().count());
    }

    /**
     * Takes the words of an earlier letter over.
     *
     * @param instead by name as it stands in the earlier text; blank leaves a name as it is
     */
    @Transactional
    public void fromEarlier(
            Caller caller, long letterId, long earlierId, Map<String, String> instead) {
        AuthoredLetter letter = writing.get(caller, letterId);
        AuthoredLetter earlier = own(caller, earlierId);
        Map<String, String> given = new HashMap<>();
        instead.forEach(
                (name, other) -> {
                    if (other != null && !other.isBlank()) {
                        given.put(name, other.strip());
                    }
                });
        LetterText text = earlier.text().changed(run -> NameSwap.replaced(run, given));
        writing.begin(caller, letterId, letter.version(), text, earlierId);
    }

    private AuthoredLetter own(Caller caller, long earlierId) {
        if (!caller.is(Role.PRECEPTOR)) {
            throw audit.refuse(caller, "letter", earlierId);
        }
        return writing.get(caller, earlierId);
    }

    private static List<String> names(AuthoredLetter letter) {
        return Stream.of(letter.learnerName(), letter.learnerLatinName())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .toList();
    }

    private static String firstName(AuthoredLetter letter) {
        return letter.learnerName().strip().split("\\s+")[0];
    }
}
