package org.preceptorportal.delivery;

/**
 * A letter was uploaded to a service.
 *
 * @param service as people call it
 */
public record LetterUploaded(
        long letterId,
        long signedLetterId,
        long tenantId,
        long preceptorId,
        long learnerId,
        String service) {}
