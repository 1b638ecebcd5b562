package org.preceptorportal.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * Everything that stands on a certificate of completion: how a letter was signed, and no word of
 * it.
 *
 * @param number of the letter in the portal
 * @param version of the letter, from 1
 * @param completed when the last author signed
 * @param madeBy name and version of the portal
 * @param original SHA-256 in hexadecimal digits
 * @param upload SHA-256 in hexadecimal digits
 */
public record CertificatePage(
        long number,
        int version,
        String learnerName,
        VerifyLine verify,
        Instant completed,
        String madeBy,
        List<Signer> signers,
        Consent consent,
        String original,
        String upload) {
    public CertificatePage {
        Objects.requireNonNull(learnerName, "learnerName");
        Objects.requireNonNull(verify, "verify");
        Objects.requireNonNull(completed, "completed");
        signers = List.copyOf(signers);
    }

    /**
     * One author's signature.
     *
     * @param title may be null
     * @param chair whether they signed as the department's chair
     * @param proof how they proved who they are: {@code MAILED_CODE} or {@code AUTHENTICATOR}
     * @param tools what they declared about tools that write, in the words they saw; may be null
     * @param address of the network; may be null
     * @param shown names what they were shown, SHA-256
     * @param revision names the file with their signature, SHA-256
     */
    public record Signer(
            String name,
            String title,
            String institution,
            boolean chair,
            String meaning,
            Instant at,
            ZoneId zone,
            String proof,
            String tools,
            String address,
            String shown,
            String revision) {}

    /**
     * The applicant's choice about reading the letter.
     *
     * @param version of the text that was signed
     */
    public record Consent(
            boolean waived, String version, String text, String signature, Instant at) {}
}
