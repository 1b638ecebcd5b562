package org.preceptorportal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.preceptorportal.rendition.OwnPdfs;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.structure.Structure;
import org.preceptorportal.structure.Structure.Question;
import org.preceptorportal.structure.StructuredWriting;
import org.preceptorportal.structure.StructuredWriting.Choice;

/** Some letters of the demo are standardized ones. */
@ApplicationScoped
class DemoStructures {
    /** One in so many. */
    private static final int SHARE = 4;

    private static final List<String> SCENES =
            List.of(
                    "On the second day a nurse mentioned a quiet patient in the hallway. This"
                            + " applicant went, listened, and came back with the one finding that"
                            + " changed our plan. Nobody had asked for it.",
                    "I remember a long evening with too few hands. This applicant kept a list, told"
                            + " each of us what was still open, and stayed until the last family had"
                            + " been called.",
                    "When I pointed out a gap in the differential, the next morning brought a short,"
                            + " well chosen paper and a better presentation. That happened more than"
                            + " once.");

    private static final String CLOSE =
            " I would gladly work with this applicant again and would trust them with my own"
                    + " patients after the usual introduction to a new place.";

    @Inject DemoInstitution institution;
    @Inject StructuredWriting writing;
    @Inject OwnPdfs own;

    /** Whether this learner's letter is a standardized one; then all is answered. */
    boolean answered(Caller author, long letterId, Learner learner) {
        Choice choice = writing.choice(author, letterId);
        Optional<Structure> suiting =
                choice.offered().stream()
                        .filter(s -> s.suits(choice.specialty()) && !s.portal())
                        .findFirst();
        Random chance = new Random(letterId * 31 + learner.code().hashCode());
        if (suiting.isEmpty() || chance.nextInt(SHARE) > 0) {
            return false;
        }
        answer(author, choice, suiting.get(), chance, 1);
        return true;
    }

    /** Half of the questions are answered. */
    void begun(Caller author, long letterId) {
        Choice choice = writing.choice(author, letterId);
        Structure first =
                choice.offered().stream().filter(s -> !s.portal()).findFirst().orElseThrow();
        answer(author, choice, first, new Random(letterId), 2);
    }

    /** The author has brought a PDF. */
    void brought(Caller author, long letterId) {
        try (InputStream file = DemoStructures.class.getResourceAsStream("/demo/own-letter.pdf")) {
            byte[] pdf = file.readAllBytes();
            institution.quietly(
                    author.tenantId(),
                    () -> {
                        own.upload(author, letterId, own.view(author, letterId).version(), pdf);
                        return letterId;
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(
            Caller author, Choice choice, Structure structure, Random chance, int partOf) {
        institution.quietly(
                author.tenantId(),
                () -> {
                    writing.begin(author, choice.letterId(), choice.version(), structure.code());
                    return choice;
                });
        Map<String, String> answers = new HashMap<>();
        List<Question> questions = structure.questions();
        for (Question question : questions.subList(0, questions.size() / partOf)) {
            answers.put(question.code(), answer(question, chance));
        }
        institution.quietly(
                author.tenantId(),
                () ->
                        writing.save(
                                author,
                                choice.letterId(),
                                writing.sheet(author, choice.letterId()).version(),
                                answers,
                                false));
    }

    /** Mostly good and rarely best, as honest authors answer. */
    private static String answer(Question question, Random chance) {
        if (question.isText()) {
            String scene = SCENES.get(chance.nextInt(SCENES.size()));
            return question.words() > 120 ? scene + "\n\n" + scene(scene, chance) + CLOSE : scene;
        }
        int levels = question.levels().size();
        int level = levels - (int) Math.min(levels - 1, Math.abs(chance.nextGaussian() * 0.9));
        return String.valueOf(level == levels && chance.nextBoolean() ? levels - 1 : level);
    }

    private static String scene(String told, Random chance) {
        int next = (SCENES.indexOf(told) + 1 + chance.nextInt(2)) % SCENES.size();
        return SCENES.get(next);
    }
}
