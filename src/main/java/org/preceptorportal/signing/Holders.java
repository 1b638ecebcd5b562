package org.preceptorportal.signing;

import java.time.Instant;
import java.util.List;

/** Who has a signed letter already: told by the room that hands letters out. */
public interface Holders {
    /** A program that took the letter, and when last. */
    record Holder(String program, String institution, Instant lastTaken) {}

    /** The programs that took this version; for its authors, once it is withdrawn. */
    List<Holder> of(SignedLetter signed);
}
