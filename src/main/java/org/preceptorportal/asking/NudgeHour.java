package org.preceptorportal.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.Letters;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.season.ReminderLadder;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Tick;

/** Sends learners' nudges at hours at which reminders leave too, and keeps them until then. */
@ApplicationScoped
public class NudgeHour implements Tick {
    private static final Logger LOG = System.getLogger(NudgeHour.class.getName());

    @Inject Asks asks;
    @Inject Letters letters;
    @Inject Preceptors preceptors;
    @Inject Sites sites;
    @Inject Seasons seasons;
    @Inject Clock clock;
    @Inject Event<LetterNudged> nudged;
    @Inject NudgeHour self;

    @Override
    public Duration first() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void tick() {
        for (long id : self.waiting()) {
            try {
                self.later(id);
            } catch (RuntimeException e) {
                // A message or a stack trace could quote an address.
                LOG.log(Level.ERROR, "Nudge {0} failed: {1}", id, e.getClass().getName());
            }
        }
    }

    /** A look without locks: almost always there is none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public java.util.List<Long> waiting() {
        return asks.waitingNudges();
    }

    /** One that waited; dropped when nothing is waited for any more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void later(long nudgeId) {
        asks.waitingNudge(nudgeId)
                .ifPresent(
                        nudge -> {
                            Letter letter = letters.find(nudge.letterId()).orElseThrow();
                            if (!letter.status().awaited()) {
                                asks.remove(nudge);
                            } else {
                                send(nudge, letter);
                            }
                        });
    }

    /**
     * @return false when the author is not to be written to at this hour
     */
    boolean send(Nudge nudge, Letter letter) {
        ZoneId zone = sites.get(preceptors.get(letter.preceptorId()).siteId()).timeZone();
        LocalDateTime there = LocalDateTime.now(clock.withZone(zone));
        if (!open(seasons.current().reminders(), there)) {
            return false;
        }
        nudge.sent(clock.instant());
        nudged.fire(
                new LetterNudged(
                        nudge.id(),
                        letter.id(),
                        letter.tenantId(),
                        letter.preceptorId(),
                        letter.learnerId()));
        return true;
    }

    static boolean open(ReminderLadder hours, LocalDateTime there) {
        return !hours.quiet(there.toLocalTime()) && !hours.dayOff(there.toLocalDate());
    }
}
