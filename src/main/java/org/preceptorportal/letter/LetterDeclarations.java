package org.preceptorportal.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;

/** How tools that write were used on a letter, in its author's word (LT-10). */
@ApplicationScoped
public class LetterDeclarations {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject LetterDoor door;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * The author's word, in the wording that is asked now. It may be given again until the letter
     * is signed; the newest counts. The letter's version stays as it is.
     *
     * @param tools null when nothing was chosen
     * @throws LetterMovedOn unless the letter is being written
     * @throws LetterNotSignable when nothing was chosen
     */
    @Transactional
    public void declare(Caller caller, long letterId, ToolDeclaration.Tools tools) {
        Letter letter = door.authoredForChange(caller, letterId);
        if (letter.status() != LetterStatus.DRAFTING) {
            throw new LetterMovedOn();
        }
        if (tools == null) {
            throw new LetterNotSignable("declaration");
        }
        if (latest(letter).map(ToolDeclaration::tools).orElse(null) == tools) {
            return;
        }
        em.persist(new ToolDeclaration(letter, tools, clock.instant()));
        em.flush();
        audit.record(
                caller,
                "letter.tools-declared",
                "letter",
                letterId,
                tools + ", text " + ToolDeclaration.CURRENT_TEXT);
    }

    /** What the author said, to them. */
    @Transactional
    public Optional<ToolDeclaration> of(Caller caller, long letterId) {
        return latest(door.authored(caller, letterId));
    }

    /**
     * For signing, and for what is recorded with a signature.
     *
     * @throws LetterNotSignable when the author has not said anything
     */
    public ToolDeclaration need(Letter letter) {
        return latest(letter).orElseThrow(() -> new LetterNotSignable("declaration"));
    }

    /**
     * What was said about other words than these is not said about them. There are few: a limit in
     * the query would have it compiled anew each time.
     */
    private Optional<ToolDeclaration> latest(Letter letter) {
        return em.createQuery(
                        "select d from ToolDeclaration d where d.letterId = ?1 order by d.id desc",
                        ToolDeclaration.class)
                .setParameter(1, letter.id())
                .getResultStream()
                .limit(1)
                .filter(d -> letter.savedAt() == null || !d.declaredAt().isBefore(letter.savedAt()))
                .findFirst();
    }
}
