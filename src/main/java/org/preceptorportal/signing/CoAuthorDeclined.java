package org.preceptorportal.signing;

/** A co-author does not sign; so nobody has, and the author decides how to go on. */
public record CoAuthorDeclined(
        long letterId,
        long roundId,
        long tenantId,
        long leadId,
        long preceptorId,
        long learnerId) {}
