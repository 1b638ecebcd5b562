package org.preceptorportal.evaluation;

import java.time.Instant;
import java.util.List;

/**
 * What became of changes that were sent.
 *
 * @param saved the questions whose answer here is the kept one, with its revision now
 * @param conflicts the answers that somebody changed elsewhere in the meantime, as they are kept
 * @param hits what looks like patient data in the texts that were sent
 * @param at when they were saved
 * @param missing how many questions must still be answered
 * @param revision the sum of all answers' revisions
 */
public record Autosave(
        List<SavedAnswer> saved,
        List<SavedAnswer> conflicts,
        List<PatientDataHit> hits,
        Instant at,
        int missing,
        int revision) {}
