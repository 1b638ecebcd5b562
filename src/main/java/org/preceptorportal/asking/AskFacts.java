package org.preceptorportal.asking;

import java.util.List;
import java.util.Map;
import org.preceptorportal.attachment.AttachmentKind;

/**
 * What a learner says and brings beside the bare request.
 *
 * @param reason why this preceptor, in the learner's words
 * @param facts up to three things to recall
 * @param erasLetterId as typed, or null
 * @param chairLetter whether a chair's or department's letter is asked for
 * @param papers PDF files by kind
 */
public record AskFacts(
        String reason,
        List<String> facts,
        String erasLetterId,
        boolean chairLetter,
        Map<AttachmentKind, byte[]> papers) {
    /** Nothing but the request. */
    public static final AskFacts NONE = new AskFacts("", List.of(), null, false, Map.of());

    /** More than an author can use. */
    static final int MOST_FACTS = 3;

    public AskFacts {
        reason = reason == null ? "" : reason.strip();
        facts =
                facts.stream()
                        .filter(fact -> fact != null && !fact.isBlank())
                        .map(String::strip)
                        .toList();
        if (facts.size() > MOST_FACTS) {
            throw new IllegalArgumentException("at most three facts");
        }
        papers = Map.copyOf(papers);
    }
}
