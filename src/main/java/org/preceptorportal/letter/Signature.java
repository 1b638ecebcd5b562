package org.preceptorportal.letter;

import java.time.Instant;

/**
 * What an author does when signing.
 *
 * @param author name and credentials, as printed
 * @param meaning what the signature says, as shown before signing
 * @param code by which anybody can look the letter up
 */
public record Signature(String author, String meaning, Instant at, VerifyCode code) {}
