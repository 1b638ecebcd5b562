package org.preceptorportal.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.preceptorportal.adviser.Advisers;
import org.preceptorportal.audit.AuditEvent;
import org.preceptorportal.audit.Veil;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.Letters;
import org.preceptorportal.shell.Caller;

/** Keeps the hashes of letters from those who advise their learners (DL-5). */
@ApplicationScoped
class TrailVeil implements Veil {
    private static final Set<String> ABOUT_LETTERS =
            Set.of("letter", "signed-letter", "certificate", "archived-letter");

    @Inject Advisers advisers;
    @Inject Letters letters;

    @Override
    public boolean hides(Caller caller, AuditEvent event) {
        if (!ABOUT_LETTERS.contains(event.subjectType())) {
            return false;
        }
        Set<Long> advised = advisers.advisedBy(caller);
        return !advised.isEmpty() && !isOfAnother(event, advised);
    }

    /** Only a letter tells at once whose it is; whatever else there is is hidden to be sure. */
    private boolean isOfAnother(AuditEvent event, Set<Long> advised) {
        return event.subjectType().equals("letter")
                && event.subjectId().matches("\\d{1,18}")
                && letters.find(Long.parseLong(event.subjectId()))
                        .map(Letter::learnerId)
                        .filter(learner -> !advised.contains(learner))
                        .isPresent();
    }
}
