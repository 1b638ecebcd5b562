package org.preceptorportal.notify;

import org.preceptorportal.signing.SignedLetter;

/**
 * The news of a signed letter is told, seconds after its signature, so that no author waits for it;
 * observers add their mails in the same transaction.
 *
 * @param letter the version that was signed; it may be replaced or taken back by now
 */
public record LetterTold(SignedLetter letter) {}
