package org.preceptorportal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.preceptorportal.card.Cards;
import org.preceptorportal.evaluation.Change;
import org.preceptorportal.evaluation.Encounters;
import org.preceptorportal.evaluation.Observer;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Tenant;

/**
 * Cards of the rotations that go on now, and what was written down with them: by the preceptor
 * themselves, and by somebody else, for them to confirm.
 */
@ApplicationScoped
class DemoEncounters {
    private static final String HERE = "127.0.0.1";

    @Inject DemoEncounters self;
    @Inject DemoInstitution institution;
    @Inject Encounters encounters;
    @Inject Cards cards;
    @Inject Forms forms;
    @Inject Rotations rotations;
    @Inject Preceptors preceptors;
    @Inject Clock clock;

    void make(Tenant tenant) {
        LocalDate today = LocalDate.now(clock.withZone(tenant.zone()));
        for (Preceptor preceptor : preceptors.all(tenant.id())) {
            if (preceptor.email().equals(DemoAccounts.PRECEPTOR)) {
                List<Rotation> now =
                        rotations.ofPreceptor(preceptor.id()).stream()
                                .filter(r -> !r.startDate().isAfter(today))
                                .filter(r -> !r.endDate().isBefore(today))
                                .toList();
                self.observe(Caller.portal(tenant.id()), preceptor, now);
            }
        }
    }

    /** Public: CDI intercepts no package-private method. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void observe(Caller portal, Preceptor preceptor, List<Rotation> now) {
        Caller caller = DemoEvaluations.as(portal, preceptor);
        Observer resident = new Observer("Mia Stone", "Senior resident");
        for (Rotation rotation : now) {
            String code = cards.of(caller, rotation.id()).code();
            List<String> notes = DemoFiles.words(DemoFiles.words(), "encounters");
            for (int i = 0; i < 2; i++) {
                boolean own = i == 0;
                encounters.capture(
                        code,
                        HERE,
                        UUID.nameUUIDFromBytes(
                                ("demo " + rotation.code() + i).getBytes(StandardCharsets.UTF_8)),
                        answers(rotation, notes.get((rotation.code().length() + i) % notes.size())),
                        own ? Observer.unknown() : resident,
                        null,
                        own ? caller : null);
            }
        }
        institution.tidy(portal.tenantId());
    }

    private List<Change> answers(Rotation rotation, String note) {
        Random chance = new Random(rotation.code().hashCode() * 31L + note.length());
        List<Change> answers = new ArrayList<>();
        for (Item item :
                forms.current(rotation.tenantId(), Purpose.ENCOUNTER, rotation.type()).items()) {
            answers.add(new Change(item.code(), "" + (3 + chance.nextInt(3)), 0));
        }
        answers.add(new Change("note", note, 0));
        return answers;
    }
}
