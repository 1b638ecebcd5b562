package org.preceptorportal.signing;

import java.time.Instant;
import java.util.List;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.LetterText;
import org.preceptorportal.letter.ToolDeclaration;
import org.preceptorportal.stepup.Proof;

/**
 * What an author needs to sign, words included; given to the authors of a letter and to nobody
 * else.
 *
 * @param lead whether the letter is the reader's own
 * @param turn whether the reader may sign now
 * @param frozen whether somebody has signed: nothing changes any more
 * @param text the author's words; null when the letter is no prose, or there is nothing to read yet
 * @param plain what a letter that is no prose says; empty when only its pages can tell; null as
 *     {@code text}
 * @param pages how many there are to read; 0: none yet
 * @param shown names the pages as they are now; goes back with the signature; null without pages
 * @param meaning what the reader's signature would say
 * @param tools what the reader declared about tools that write; null when not asked of them, or not
 *     said yet
 * @param proof how the reader proves who they are
 * @param fault why the letter cannot be signed as it is, or with these authors, in words for its
 *     own; null when it can
 * @param codePending whether a mailed code still works
 */
public record Reading(
        long letterId,
        String learnerName,
        String learnerLatinName,
        String specialty,
        LetterStatus status,
        boolean lead,
        boolean turn,
        boolean frozen,
        List<Author> authors,
        LetterText text,
        String plain,
        int pages,
        String shown,
        String meaning,
        ToolDeclaration.Tools tools,
        Proof proof,
        String fault,
        boolean codePending) {

    /**
     * One of those who sign.
     *
     * @param at null until they have signed
     */
    public record Author(
            long preceptorId, int place, String name, String title, boolean chair, Instant at) {
        public boolean signed() {
            return at != null;
        }
    }

    /** Whether the reader must say whether a tool helped: the first author, before signing. */
    public boolean declares() {
        return lead && !frozen;
    }

    public boolean several() {
        return authors.size() > 1;
    }

    /** Whom the others wait for. */
    public String nextName() {
        return authors.stream().filter(a -> !a.signed()).map(Author::name).findFirst().orElse("");
    }

    /** Never logged: it holds the authors' words. */
    @Override
    public String toString() {
        return "Reading[letterId=" + letterId + "]";
    }
}
