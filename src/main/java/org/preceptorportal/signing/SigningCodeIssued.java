package org.preceptorportal.signing;

/**
 * A code is to be mailed to the author of a letter. The one place where the code is in the clear.
 */
public record SigningCodeIssued(long letterId, long tenantId, String recipient, String code) {
    /** Without code and address: it might be logged. */
    @Override
    public String toString() {
        return "SigningCodeIssued[letterId=" + letterId + "]";
    }
}
