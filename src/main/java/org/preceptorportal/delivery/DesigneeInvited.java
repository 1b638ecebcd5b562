package org.preceptorportal.delivery;

/**
 * An author asks somebody to upload a letter.
 *
 * @param email in small letters
 */
public record DesigneeInvited(
        long designeeId,
        long letterId,
        long tenantId,
        long preceptorId,
        long learnerId,
        String name,
        String email) {}
