package org.preceptorportal.seal;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certificates that were in use together, from one roll-over to the next; all that a verifier
 * needs.
 *
 * @param root certified itself and the two others
 * @param issuing certifies the one-use keys
 * @param timeStamp of our own time-stamp authority
 */
record Generation(X509Certificate root, X509Certificate issuing, X509Certificate timeStamp) {

    List<X509Certificate> certificates() {
        return List.of(root, issuing, timeStamp);
    }

    /** Whether the issuing authority certified it. */
    boolean issued(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(issuing.getSubjectX500Principal())
                && Crypto.certified(certificate, issuing.getPublicKey());
    }
}
