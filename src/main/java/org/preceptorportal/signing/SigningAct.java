package org.preceptorportal.signing;

/**
 * What an author does to sign.
 *
 * @param shown names what the author has read: {@link Reading#shown()}
 * @param agreed whether the meaning of the signature was ticked
 * @param code as mailed, or as the author's app shows it
 */
public record SigningAct(String shown, boolean agreed, String code) {
    /** Without the code: it might be logged. */
    @Override
    public String toString() {
        return "SigningAct";
    }
}
