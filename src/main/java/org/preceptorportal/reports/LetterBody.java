package org.preceptorportal.reports;

import java.util.List;

/** What the author wrote, from the salutation (if any) to the last sentence. */
public record LetterBody(List<Block> blocks) {
    public LetterBody {
        blocks = List.copyOf(blocks);
    }
}
