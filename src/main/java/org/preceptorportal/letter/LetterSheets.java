package org.preceptorportal.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.evaluation.SubmittedEvaluations;
import org.preceptorportal.letterhead.Letterheads;
import org.preceptorportal.reports.Fact;
import org.preceptorportal.reports.LetterBody;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.reports.Letterhead;
import org.preceptorportal.reports.SignedBy;
import org.preceptorportal.reports.VerifyLine;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.roster.Site;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.Words;

/**
 * Everything on a letter's page but the author's words: letterhead, names, and the context block
 * that comes from the records; it can be hidden, not edited (LT-7).
 */
@ApplicationScoped
public class LetterSheets {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);

    @Inject Rotations rotations;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject Sites sites;
    @Inject Letterheads letterheads;
    @Inject SubmittedEvaluations evaluations;
    @Inject @Any Instance<LetterPart> parts;
    @Inject Words words;
    @Inject Clock clock;

    @Inject
    @ConfigProperty(name = "portal.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /** The page as it would be signed today. */
    LetterPage draft(Letter letter) {
        return proposed(letter, List.of());
    }

    /**
     * The page as these authors would sign it now.
     *
     * @param authors all of them, in the order of signing, without times
     */
    public LetterPage proposed(Letter letter, List<Signature> authors) {
        Preceptor author = preceptors.get(letter.preceptorId());
        Learner learner = learner(letter);
        Site site = site(letter);
        return new LetterPage(
                LocalDate.ofInstant(clock.instant(), site.timeZone()),
                letterheads.of(letter.preceptorId(), letter.letterheadId()),
                author.signatureName(),
                blank(author.title()) ? author.specialty() : author.title(),
                learner.fullName(),
                learner.latinName(),
                letter.specialty(),
                body(letter),
                letter.contextHidden() ? List.of() : context(letter),
                words.say("letter", letter.waiver().waived() ? "page.waived" : "page.kept"),
                signedBy(authors, site),
                null);
    }

    /**
     * A proposed page with its signatures: nothing else on it changes.
     *
     * @param authors all of them, in the order of signing; the first has signed
     */
    public LetterPage signed(Letter letter, LetterPage proposed, List<Signature> authors) {
        Signature first = authors.get(0);
        Site site = site(letter);
        return proposed.signed(
                LocalDate.ofInstant(first.at(), site.timeZone()),
                signedBy(authors, site),
                new VerifyLine(baseUrl + "/verify", first.code().toString()));
    }

    private static List<SignedBy> signedBy(List<Signature> authors, Site site) {
        return authors.stream()
                .map(a -> new SignedBy(a.author(), a.title(), a.meaning(), a.at(), site.timeZone()))
                .toList();
    }

    /** The name with credentials, as the signature prints it. */
    public String author(Letter letter) {
        return preceptors.get(letter.preceptorId()).signatureName();
    }

    /** For whom the author signs, as the certificate names it. */
    public String institution(Letter letter) {
        return site(letter).name();
    }

    public Learner learner(Letter letter) {
        return learners.get(letter.learnerId());
    }

    /**
     * @throws LetterNotSignable when a reader could not reach the author by phone or by e-mail: the
     *     services that take letters ask for both
     */
    public void needLetterhead(Letter letter) {
        needReachable(letterheads.of(letter.preceptorId(), letter.letterheadId()));
    }

    /**
     * @throws LetterNotSignable as {@link #needLetterhead}
     */
    public static void needReachable(Letterhead head) {
        if (blank(head.phone())) {
            throw new LetterNotSignable("phone");
        }
        if (blank(head.email())) {
            throw new LetterNotSignable("email");
        }
    }

    /**
     * @throws org.preceptorportal.shell.Refusal when a letter that is not prose is not complete
     */
    public void needComplete(Letter letter) {
        part(letter.kind()).ifPresent(part -> part.needComplete(letter));
    }

    /** What a letter that is signed now is made of. */
    public LetterSource source(Letter letter) {
        return part(letter.kind())
                .map(part -> part.source(letter))
                .orElseGet(() -> new LetterSource(letter.kind(), "", null));
    }

    /** What the author typed, without layout. */
    String typed(Letter letter) {
        return part(letter.kind())
                .map(part -> part.typed(letter))
                .orElseGet(() -> letter.text().plain());
    }

    /** What a letter that is no prose said then. */
    List<Fact> said(LetterSource source) {
        return part(source.kind()).map(part -> part.said(source)).orElse(List.of());
    }

    /**
     * Answers and files are what they were then.
     *
     * @return what the letter is with them
     */
    public LetterKind restore(Letter letter, LetterSource source) {
        return part(source.kind()).map(part -> part.restore(letter, source)).orElse(source.kind());
    }

    private LetterBody body(Letter letter) {
        return part(letter.kind())
                .map(part -> part.body(letter))
                .orElseGet(() -> letter.text().body());
    }

    private Optional<LetterPart> part(LetterKind kind) {
        return parts.stream().filter(part -> part.kind() == kind).findFirst();
    }

    /** What the records say about the rotation. */
    public List<Fact> context(Letter letter) {
        Rotation rotation = rotations.get(letter.rotationId());
        Site site = sites.get(rotation.siteId());
        return List.of(
                fact(
                        "role",
                        words.say("letter", "rotation." + rotation.type().name()),
                        rotation.specialty()),
                fact("setting", sentence(rotation.setting())),
                fact("site", site.name(), site.city(), site.state()),
                fact(
                        "dates",
                        DAY.format(rotation.startDate()),
                        DAY.format(rotation.endDate()),
                        rotation.weeks()),
                fact("hours", rotation.hoursPerWeek()),
                evaluated(letter));
    }

    /** What the author had put on record about this rotation. */
    private Fact evaluated(Letter letter) {
        SubmittedEvaluations.OnRecord own =
                evaluations.onRecord(letter.rotationId(), letter.preceptorId());
        return fact("evaluations", own.finals(), own.days());
    }

    private Fact fact(String key, Object... values) {
        return new Fact(
                words.say("letter", "fact." + key + ".label"),
                words.say("letter", "fact." + key + ".value", values));
    }

    private Site site(Letter letter) {
        return sites.get(preceptors.get(letter.preceptorId()).siteId());
    }

    /** Rosters write settings as they please; a page begins them with a capital. */
    private static String sentence(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.US) + text.substring(first);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
