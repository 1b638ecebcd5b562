package org.preceptorportal.asking;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.preceptorportal.attachment.Attachments;
import org.preceptorportal.delivery.Uploads;
import org.preceptorportal.letter.LetterStatus;

/**
 * One letter's way so far, for its learner. S1: dates of stages, and nothing of the content.
 *
 * @param openedAt when the preceptor looked
 * @param erasLetterId as the learner gave it, or null
 * @param papers that the learner handed in
 * @param uploads to other services
 * @param releasedAt when the first program was chosen, or null
 * @param withdrawnAt when its author no longer stood by it, or null
 * @param daysLeft to the deadline, negative when it is over; null without one
 * @param shortNotice whether the writer got less time than writers need
 * @param nudge what a reminder would do now
 * @param thankedAt or null
 */
public record LetterProgress(
        MyLetter letter,
        Instant openedAt,
        String erasLetterId,
        List<Attachments.Shown> papers,
        List<Uploads.Shown> uploads,
        Instant releasedAt,
        Instant withdrawnAt,
        Long daysLeft,
        boolean shortNotice,
        NudgeState nudge,
        Instant thankedAt) {

    /** Whether the author may be reminded. */
    public enum NudgeWord {
        /** Yes. */
        NOW,
        /** One is on its way and leaves when the quiet hours are over. */
        WAITING,
        /** Not before a day. */
        LATER,
        /** As often as the season allows, or nothing is waited for. */
        NEVER
    }

    /**
     * @param from the day from which it may be done again, for {@code LATER}
     */
    public record NudgeState(NudgeWord word, LocalDate from) implements Serializable {}

    /**
     * A stage of the way.
     *
     * @param key {@code asked}, {@code opened}, {@code accepted}, {@code writing}, {@code signed},
     *     {@code uploaded}, {@code released}, {@code declined} or {@code withdrawn}
     * @param at when it was reached; null when it was not, or has no moment
     * @param state {@code done}, {@code now} or {@code ahead}
     */
    public record Stage(String key, Instant at, String state) implements Serializable {}

    /** The way from asking to the programs; of a declined letter as far as it came. */
    public List<Stage> stages() {
        List<Stage> way = new ArrayList<>();
        way.add(done("asked", letter.requestedAt()));
        way.add(stage("opened", openedAt, true));
        if (letter.status() == LetterStatus.DECLINED) {
            way.add(done("declined", letter.decidedAt()));
            return way;
        }
        boolean accepted = letter.decidedAt() != null;
        boolean signed = letter.signedAt() != null;
        way.add(stage("accepted", letter.decidedAt(), openedAt != null));
        way.add(new Stage("writing", null, signed ? "done" : accepted ? "now" : "ahead"));
        way.add(stage("signed", letter.signedAt(), false));
        if (letter.status() == LetterStatus.WITHDRAWN) {
            way.add(new Stage("withdrawn", withdrawnAt, "now"));
            return way;
        }
        way.add(stage("uploaded", uploads.isEmpty() ? null : uploads.get(0).recordedAt(), false));
        way.add(stage("released", releasedAt, signed));
        return way;
    }

    private static Stage done(String key, Instant at) {
        return new Stage(key, at, "done");
    }

    private static Stage stage(String key, Instant at, boolean next) {
        return new Stage(key, at, at != null ? "done" : next ? "now" : "ahead");
    }

    public boolean thankable() {
        return letter.signed() && thankedAt == null;
    }

    /** The author is waited for, and papers still reach them. */
    public boolean open() {
        return letter.status().awaited();
    }
}
