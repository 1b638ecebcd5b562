package org.preceptorportal.adviser;

/**
 * Somebody is marked as a learner's adviser, in this transaction. Who knows a reason against it
 * refuses; who gave them anything to do with the learner's letters takes it back.
 *
 * @param email in small letters
 */
public record AdviserMarked(
        long tenantId, long learnerId, String learnerName, String name, String email) {}
