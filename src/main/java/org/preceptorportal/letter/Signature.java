package org.preceptorportal.letter;

import java.time.Instant;

/**
 * One author's signature, as the page prints it.
 *
 * @param author name and credentials
 * @param title under the name; may be null
 * @param meaning what the signature says, as shown before signing
 * @param at null for an author who signs after the page was drawn
 * @param code by which anybody can look the letter up; null in a draft
 */
public record Signature(String author, String title, String meaning, Instant at, VerifyCode code) {}
