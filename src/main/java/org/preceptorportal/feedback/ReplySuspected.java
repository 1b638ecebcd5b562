package org.preceptorportal.feedback;

import java.util.List;
import org.preceptorportal.shell.Refusal;

/** The reply seems to hold patient data, and nobody says why it may stand (FB-4). */
public class ReplySuspected extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<Suspicion> suspicions;

    ReplySuspected(List<Suspicion> suspicions) {
        super("feedback", "refusal.patient");
        this.suspicions = List.copyOf(suspicions);
    }

    /** What was found; never logged, for it may be a patient's. */
    public List<Suspicion> suspicions() {
        return suspicions;
    }

    /**
     * @param words the words that look like patient data
     * @param reason why they do, in words
     */
    public record Suspicion(String words, String reason) {}
}
