package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.preceptorportal.adviser.AdviserMarked;
import org.preceptorportal.adviser.AdviserRefused;
import org.preceptorportal.adviser.Advisers;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.letter.LetterMovedOn;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;
import org.preceptorportal.signing.SigningTable.Seat;

/** Who signs a letter beside its author: asked by the author, in an order, or declining (SG-4). */
@ApplicationScoped
public class CoAuthors {
    /** The signatures shall stand together on one page. */
    static final int MOST = 5;

    private static final int MOST_FOUND = 20;

    @Inject LetterDoor door;
    @Inject SigningTable table;
    @Inject SigningRows rows;
    @Inject Preceptors preceptors;
    @Inject Learners learners;
    @Inject Advisers advisers;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Clock clock;
    @Inject Event<CoAuthorDeclined> declined;

    /**
     * An invited colleague, as the letter's author sees them.
     *
     * @param reason why they declined; null unless they did
     */
    public record Invited(
            long preceptorId,
            String name,
            String specialty,
            boolean chair,
            boolean declined,
            String reason) {}

    /** A colleague who might be asked. */
    public record Colleague(long preceptorId, String name, String specialty) {}

    /**
     * A letter that the caller signs beside its author.
     *
     * @param turn whether it waits for the caller now
     * @param signed whether the caller has signed it
     */
    public record Joint(
            long letterId, String learnerName, String leadName, boolean turn, boolean signed) {}

    /** Whom the caller has asked to sign the letter too, in the order of signing. */
    @Transactional
    public List<Invited> list(Caller caller, long letterId) {
        door.authored(caller, letterId);
        return rows.coAuthors(letterId).stream().map(this::invited).toList();
    }

    /** Preceptors of the institution whose name holds the words, without the authors. */
    @Transactional
    public List<Colleague> find(Caller caller, long letterId, String name) {
        Letter letter = door.authored(caller, letterId);
        List<Long> authors = table.signers(letter).stream().map(Signer::preceptorId).toList();
        String wanted = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        return preceptors.all(caller.tenantId()).stream()
                .filter(p -> !authors.contains(p.id()))
                .filter(p -> p.signatureName().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST_FOUND)
                .map(p -> new Colleague(p.id(), p.signatureName(), p.specialty()))
                .toList();
    }

    /**
     * Who signs as chair of the department.
     *
     * @param fault why the letter cannot be signed like this, in words for its author; else null
     */
    public record Chairing(Letter.Chair who, String fault) {}

    @Transactional
    public Chairing chair(Caller caller, long letterId) {
        Letter letter = door.authored(caller, letterId);
        return new Chairing(
                letter.chair(),
                ChairRule.fault(letter.chair(), table.signers(letter))
                        .map(words::why)
                        .orElse(null));
    }

    /**
     * The author says who signs as chair: a colleague invited as such, they themselves, or nobody,
     * even where the learner asked for a chair.
     *
     * @throws SigningRefused.AuthorsFixed once somebody has signed
     */
    @Transactional
    public void chairedBy(Caller caller, long letterId, Letter.Chair who) {
        Letter letter = changeable(caller, letterId);
        letter.chairedBy(who);
        if (who != Letter.Chair.COLLEAGUE) {
            rows.coAuthors(letterId).forEach(CoAuthor::asColleague);
        }
        audit.record(caller, "letter.chair", "letter", letterId, who.name());
    }

    /**
     * Asks a colleague of the institution to sign too, after those asked before; the chair stays
     * the last.
     *
     * @param chair whether they sign as the department's chair
     * @throws SigningRefused.AuthorsFixed once somebody has signed
     * @throws SigningRefused.OtherChair when another author signs as chair
     * @throws SigningRefused.AlreadyAuthor when they are one
     * @throws SigningRefused.TooManyAuthors beyond five authors
     * @throws AdviserRefused when they advise the learner
     */
    @Transactional
    public void invite(Caller caller, long letterId, long preceptorId, boolean chair) {
        Letter letter = changeable(caller, letterId);
        Preceptor colleague =
                preceptors
                        .find(preceptorId)
                        .filter(p -> p.tenantId() == caller.tenantId())
                        .orElseThrow(() -> audit.refuse(caller, "preceptor", preceptorId));
        List<Signer> signers = table.signers(letter);
        if (signers.stream().anyMatch(s -> s.preceptorId() == preceptorId)) {
            throw new SigningRefused.AlreadyAuthor(colleague.signatureName());
        }
        signers.stream()
                .filter(s -> chair && s.chair())
                .findFirst()
                .ifPresent(
                        s -> {
                            throw new SigningRefused.OtherChair(s.name());
                        });
        if (signers.size() >= MOST) {
            throw new SigningRefused.TooManyAuthors(MOST);
        }
        if (advisers.advises(caller.tenantId(), colleague.email(), letter.learnerId())) {
            throw new AdviserRefused(
                    "coAuthor",
                    colleague.signatureName(),
                    learners.get(letter.learnerId()).fullName());
        }
        List<CoAuthor> all = rows.coAuthors(letterId);
        int place = all.stream().mapToInt(CoAuthor::place).max().orElse(1) + 1;
        Instant now = clock.instant();
        all.stream()
                .filter(c -> c.preceptorId() == preceptorId)
                .findFirst()
                .ifPresentOrElse(
                        again -> again.inviteAgain(place, chair, now),
                        () -> rows.add(new CoAuthor(letter, preceptorId, place, chair, now)));
        if (chair) {
            letter.chairedBy(Letter.Chair.COLLEAGUE);
        }
        order(rows.coAuthors(letterId));
        audit.record(
                caller,
                "letter.co-author-invited",
                "letter",
                letterId,
                "preceptor " + preceptorId + (chair ? ", chair" : ""));
    }

    /**
     * The letter is signed without this colleague.
     *
     * @throws SigningRefused.AuthorsFixed once somebody has signed
     */
    @Transactional
    public void remove(Caller caller, long letterId, long preceptorId) {
        changeable(caller, letterId);
        rows.coAuthors(letterId).stream()
                .filter(c -> c.preceptorId() == preceptorId)
                .findFirst()
                .ifPresent(
                        c -> {
                            rows.remove(c);
                            audit.record(
                                    caller,
                                    "letter.co-author-removed",
                                    "letter",
                                    letterId,
                                    "preceptor " + preceptorId);
                        });
    }

    /**
     * One place earlier in the order of signing; the chair stays the last.
     *
     * @throws SigningRefused.AuthorsFixed once somebody has signed
     */
    @Transactional
    public void earlier(Caller caller, long letterId, long preceptorId) {
        changeable(caller, letterId);
        List<CoAuthor> order = new ArrayList<>(rows.coAuthors(letterId));
        for (int i = 1; i < order.size(); i++) {
            if (order.get(i).preceptorId() == preceptorId) {
                order.add(i - 1, order.remove(i));
                break;
            }
        }
        order(order);
    }

    private static void order(List<CoAuthor> wanted) {
        List<CoAuthor> order =
                wanted.stream().sorted(Comparator.comparing(CoAuthor::chair)).toList();
        for (int i = 0; i < order.size(); i++) {
            order.get(i).moveTo(i + 2);
        }
    }

    /**
     * The author takes the pages back from the colleagues: what was signed so far is no letter, and
     * the text may be changed again.
     *
     * @throws LetterMovedOn unless the pages are with them
     */
    @Transactional
    public void takeBack(Caller caller, long letterId) {
        Letter letter = door.authoredForChange(caller, letterId);
        SigningRound round = rows.open(letterId).orElseThrow(LetterMovedOn::new);
        round.end(clock.instant());
        letter.thaw();
        audit.record(caller, "letter.taken-back", "letter", letterId, "");
    }

    /**
     * The caller, whose turn it is, does not sign. So nobody has; the author is told and decides
     * how to go on.
     *
     * @param reason for the author; kept with the invitation and in no trail and no mail
     * @throws SigningRefused.NoReason without a reason
     * @throws SigningRefused.NotYourTurn when another author signs before
     */
    @Transactional
    public void decline(Caller caller, long letterId, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LetterLife.LONGEST_REASON) {
            throw new SigningRefused.NoReason();
        }
        Seat seat = table.seatForChange(caller, letterId);
        SigningRound round = seat.round().orElseThrow(LetterMovedOn::new);
        if (!seat.turn()) {
            throw new SigningRefused.NotYourTurn(
                    seat.next().map(Signer::name).orElse(seat.signers().get(0).name()));
        }
        Instant now = clock.instant();
        long self = seat.signer().preceptorId();
        rows.coAuthors(letterId).stream()
                .filter(c -> c.preceptorId() == self)
                .forEach(c -> c.decline(reason.strip(), now));
        round.end(now);
        seat.letter().thaw();
        audit.record(caller, "letter.co-author-declined", "letter", letterId, "");
        declined.fire(
                new CoAuthorDeclined(
                        letterId,
                        round.id(),
                        round.tenantId(),
                        seat.letter().preceptorId(),
                        self,
                        seat.letter().learnerId()));
    }

    /** The letters that the caller signs, or has signed, beside their authors; newest first. */
    @Transactional
    public List<Joint> mine(Caller caller) {
        if (!caller.is(Role.PRECEPTOR)) {
            throw audit.refuse(caller, "letter", "together");
        }
        List<SigningRows.Invitation> invited = rows.invited(caller.personId());
        Set<Long> advised = invited.isEmpty() ? Set.of() : advisers.advisedBy(caller);
        return invited.stream()
                .filter(i -> !advised.contains(i.learner().id()))
                .map(CoAuthors::joint)
                .filter(j -> j.turn() || j.signed())
                .toList();
    }

    /** AD-4: who signs about a learner knows what the letter says, and so cannot be an adviser. */
    void marked(@Observes AdviserMarked event) {
        for (Preceptor preceptor : preceptors.byEmail(event.email())) {
            boolean signs =
                    preceptor.tenantId() == event.tenantId()
                            && rows.invited(preceptor.id()).stream()
                                    .anyMatch(i -> i.learner().id() == event.learnerId());
            if (signs) {
                throw new AdviserRefused("author", event.name(), event.learnerName());
            }
        }
    }

    private static Joint joint(SigningRows.Invitation invited) {
        return new Joint(
                invited.letterId(),
                invited.learner().fullName(),
                invited.lead().signatureName(),
                invited.open() > 0 && invited.signatures() == invited.before() + 1,
                invited.own() > 0);
    }

    private Letter changeable(Caller caller, long letterId) {
        Letter letter = door.authoredForChange(caller, letterId);
        if (letter.status() == LetterStatus.SIGNING) {
            throw new SigningRefused.AuthorsFixed();
        }
        if (letter.status() != LetterStatus.DRAFTING) {
            throw new LetterMovedOn();
        }
        return letter;
    }

    private Invited invited(CoAuthor c) {
        Preceptor person = preceptors.get(c.preceptorId());
        return new Invited(
                c.preceptorId(),
                person.signatureName(),
                person.specialty(),
                c.chair(),
                !c.invited(),
                c.reason());
    }
}
