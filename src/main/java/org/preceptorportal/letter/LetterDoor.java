package org.preceptorportal.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;
import org.preceptorportal.adviser.Advisers;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;

/** Hands a letter only to whom it may be handed; anybody else is refused and written down. */
@ApplicationScoped
public class LetterDoor {
    @Inject Letters letters;
    @Inject Advisers advisers;
    @Inject AuditTrail audit;

    /** To its author, and to who drafts for them while it is not signed. */
    public Letter drafted(Caller caller, long id) {
        return checked(caller, id, letters.find(id), letter -> letter.isDraftedBy(caller));
    }

    /** To its author, and to who drafts for them, to change it. */
    public Letter draftedForChange(Caller caller, long id) {
        return checked(caller, id, letters.findForChange(id), letter -> letter.isDraftedBy(caller));
    }

    /** To its author: for what nobody may do in their place. */
    public Letter authored(Caller caller, long id) {
        return checked(caller, id, letters.find(id), letter -> letter.isBy(caller));
    }

    /** To its author, to change it. */
    public Letter authoredForChange(Caller caller, long id) {
        return checked(caller, id, letters.findForChange(id), letter -> letter.isBy(caller));
    }

    /** To its learner: for its stage, never for its content. */
    public Letter requested(Caller caller, long id) {
        return checked(caller, id, letters.find(id), letter -> letter.isFor(caller));
    }

    public Letter requestedForChange(Caller caller, long id) {
        return checked(caller, id, letters.findForChange(id), letter -> letter.isFor(caller));
    }

    private Letter checked(
            Caller caller, long id, Optional<Letter> found, Predicate<Letter> allowed) {
        Letter letter = found.filter(allowed).orElseThrow(() -> audit.refuse(caller, "letter", id));
        if (!letter.isFor(caller)) {
            advisers.needNotAdvise(caller, letter.learnerId());
        }
        return letter;
    }
}
