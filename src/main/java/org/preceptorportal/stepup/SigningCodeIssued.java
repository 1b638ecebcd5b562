package org.preceptorportal.stepup;

/**
 * A code is to be mailed to a preceptor. The one place where the code is in the clear.
 *
 * @param letterId the letter it signs; null when it changes how they sign
 */
public record SigningCodeIssued(Long letterId, long tenantId, String recipient, String code) {
    /** Without code and address: it might be logged. */
    @Override
    public String toString() {
        return "SigningCodeIssued[letterId=" + letterId + "]";
    }
}
