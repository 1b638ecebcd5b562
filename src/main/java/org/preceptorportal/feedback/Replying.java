package org.preceptorportal.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.evaluation.Evaluation;
import org.preceptorportal.evaluation.Evaluations;
import org.preceptorportal.privacy.PatientPrivacy;
import org.preceptorportal.privacy.PrivacyHit;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;

/** A learner answers an evaluation; its preceptor and the coordinator read the answer. */
@ApplicationScoped
public class Replying {
    private static final int LONGEST_REASON = 500;

    @Inject Replies replies;
    @Inject Evaluations evaluations;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject Rotations rotations;
    @Inject Sites sites;
    @Inject PatientPrivacy privacy;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Clock clock;

    /**
     * The reply to an evaluation, or the empty place for one. Changes nothing, but for the
     * preceptor: they have seen it then.
     *
     * @throws NotForCaller for anybody but those of FB-2
     */
    @Transactional
    public ReplyView of(Caller caller, long evaluationId) {
        Evaluation evaluation = Readers.readable(audit, evaluations, caller, evaluationId);
        Optional<Reply> reply = replies.ofEvaluation(evaluationId);
        if (caller.isPerson(Role.PRECEPTOR, evaluation.preceptorId())) {
            reply.ifPresent(each -> each.seen(clock));
        }
        boolean own = caller.isPerson(Role.LEARNER, evaluation.learnerId());
        return new ReplyView(
                evaluationId,
                learners.get(evaluation.learnerId()).fullName(),
                reply.map(Reply::body).orElse(null),
                reply.map(Reply::writtenAt).orElse(null),
                reply.map(Reply::finalAt).orElse(null),
                own && reply.map(each -> each.changeable(clock.instant())).orElse(true));
    }

    /**
     * Writes the reply, or changes it within a day.
     *
     * @param justification why what looks like patient data may stand; null or empty without
     * @throws NotForCaller when the evaluation is not the calling learner's
     * @throws ReplyNotPossible when it is final already, says nothing, is too long or holds an
     *     emoji
     * @throws ReplySuspected when it seems to hold patient data and nobody says why
     */
    @Transactional
    public void write(Caller caller, long evaluationId, String text, String justification) {
        Evaluation evaluation = Readers.readable(audit, evaluations, caller, evaluationId);
        if (!caller.isPerson(Role.LEARNER, evaluation.learnerId())) {
            throw audit.refuse(caller, "reply", evaluationId);
        }
        Optional<Reply> before = replies.ofEvaluationForChange(evaluationId);
        Reply reply;
        if (before.isPresent()) {
            reply = before.get();
            reply.change(text, clock);
        } else {
            reply = new Reply(evaluation, text, clock);
            replies.add(reply);
        }
        mustBeAbsentOrJustified(caller, evaluation, reply.body(), justification);
        audit.record(
                caller,
                before.isPresent() ? "reply.changed" : "reply.written",
                "evaluation",
                evaluationId,
                "");
    }

    private void mustBeAbsentOrJustified(
            Caller caller, Evaluation evaluation, String text, String justification) {
        List<String> known = knownNames(evaluation);
        List<PrivacyHit> hits = privacy.check(text, known);
        if (hits.isEmpty()) {
            return;
        }
        String reason = justification == null ? "" : justification.strip();
        if (reason.isEmpty()
                || reason.length() > LONGEST_REASON
                || !privacy.check(reason, known).isEmpty()) {
            throw new ReplySuspected(
                    hits.stream()
                            .map(
                                    hit ->
                                            new ReplySuspected.Suspicion(
                                                    text.substring(hit.start(), hit.end()),
                                                    words.say("privacy", hit.kind().reasonKey())))
                            .toList());
        }
        Set<String> kinds = hits.stream().map(h -> h.kind().name()).collect(Collectors.toSet());
        audit.record(
                caller,
                "reply.patient-data-justified",
                "evaluation",
                evaluation.id(),
                kinds + ": " + reason);
    }

    /** Names that are no patient's. */
    private List<String> knownNames(Evaluation evaluation) {
        Learner learner = learners.get(evaluation.learnerId());
        Rotation rotation = rotations.get(evaluation.rotationId());
        return Stream.of(
                        learner.fullName(),
                        learner.latinName(),
                        preceptors.get(evaluation.preceptorId()).fullName(),
                        preceptors.get(rotation.preceptorId()).fullName(),
                        sites.get(rotation.siteId()).name())
                .filter(name -> name != null && !name.isBlank())
                .distinct()
                .toList();
    }
}
