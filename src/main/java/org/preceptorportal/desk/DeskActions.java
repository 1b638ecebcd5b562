package org.preceptorportal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.preceptorportal.desk.DeskLists.Chosen;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyState;
import org.preceptorportal.evaluation.Evaluating;
import org.preceptorportal.reminder.Reminding;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Refusal;
import org.preceptorportal.shell.Words;

/** What a coordinator does with many duties at once. */
@ApplicationScoped
public class DeskActions {
    /** So many share a transaction: the audit trail is not held for minutes. */
    private static final int CHUNK = 50;

    @Inject DeskLists lists;
    @Inject Duties duties;
    @Inject Evaluating evaluating;
    @Inject Reminding reminding;
    @Inject Words words;
    @Inject DeskActions self;

    /** Lets them go, with a reason that is kept and in the audit trail. */
    public Outcome excuse(Caller caller, Selection selection, String reason) {
        needed(reason);
        return run(caller, selection, one -> duties.excuse(caller, one.dutyId(), reason));
    }

    /** Makes them owed again, with a reason. */
    public Outcome reopen(Caller caller, Selection selection, String reason) {
        needed(reason);
        return run(
                caller,
                selection,
                one -> {
                    // What was submitted stays; a new draft begins with its answers.
                    if (one.state() == DutyState.SUBMITTED) {
                        evaluating.reopen(caller, one.evaluationId(), reason);
                    } else {
                        duties.reopen(caller, one.dutyId(), reason);
                    }
                });
    }

    /** Reminds their preceptors now, each in one mail, at most once a day. */
    public Outcome remind(Caller caller, Selection selection) {
        List<Long> ids = chosen(caller, selection).stream().map(Chosen::dutyId).toList();
        Reminding.Outcome outcome = reminding.remind(caller, ids);
        Map<String, Integer> left = new TreeMap<>();
        outcome.leftOut().forEach((why, n) -> left.put(words.say("desk", "left." + why), n));
        return new Outcome(outcome.duties(), left);
    }

    /** Gives them to another preceptor of the institution. */
    public Outcome reassign(Caller caller, Selection selection, long toPreceptor) {
        return run(caller, selection, one -> duties.reassign(caller, one.dutyId(), toPreceptor));
    }

    private static void needed(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new BulkNotPossible("reason");
        }
    }

    private List<Chosen> chosen(Caller caller, Selection selection) {
        List<Chosen> chosen = lists.chosen(caller, selection);
        if (chosen.isEmpty()) {
            throw new BulkNotPossible("nothing");
        }
        return chosen;
    }

    private Outcome run(Caller caller, Selection selection, Consumer<Chosen> deed) {
        List<Chosen> chosen = chosen(caller, selection);
        Map<String, Integer> left = new TreeMap<>();
        int done = 0;
        for (List<Chosen> chunk : chunks(chosen)) {
            done += together(chunk, deed, left);
        }
        return new Outcome(done, left);
    }

    /** All in one transaction; when one is refused, each in its own. */
    private int together(List<Chosen> chunk, Consumer<Chosen> deed, Map<String, Integer> left) {
        try {
            self.inOneTransaction(chunk, deed);
            return chunk.size();
        } catch (Refusal refused) {
            if (chunk.size() == 1) {
                left.merge(words.why(refused), 1, Integer::sum);
                return 0;
            }
            int done = 0;
            for (Chosen one : chunk) {
                done += together(List.of(one), deed, left);
            }
            return done;
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void inOneTransaction(List<Chosen> chunk, Consumer<Chosen> deed) {
        chunk.forEach(deed);
    }

    /** Those in one state together: a chunk is then done as a whole or refused as a whole. */
    private static List<List<Chosen>> chunks(List<Chosen> chosen) {
        Map<DutyState, List<Chosen>> byState = new TreeMap<>();
        chosen.forEach(
                one -> byState.computeIfAbsent(one.state(), s -> new ArrayList<>()).add(one));
        List<List<Chosen>> chunks = new ArrayList<>();
        for (List<Chosen> same : byState.values()) {
            for (int i = 0; i < same.size(); i += CHUNK) {
                chunks.add(same.subList(i, Math.min(i + CHUNK, same.size())));
            }
        }
        return chunks;
    }
}
