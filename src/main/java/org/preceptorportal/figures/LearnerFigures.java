package org.preceptorportal.figures;

import java.time.Instant;
import java.util.List;
import org.preceptorportal.calibration.Calibrated;

/**
 * The figures of one learner.
 *
 * @param evaluations final evaluations that went in
 * @param mids evaluations from the middle of a rotation that went into growth
 * @param preceptors different authors of the finals
 * @param littleContact rotations whose preceptor saw too little to evaluate
 * @param dataCutoff the newest submission among them
 * @param calibration what fair scores and bands were calibrated on; null when there is none yet
 * @param lines domains first, then activities, each as the newest form has them
 */
public record LearnerFigures(
        int evaluations,
        int mids,
        int preceptors,
        int littleContact,
        Instant dataCutoff,
        Calibrated calibration,
        List<SkillLine> lines) {
    public LearnerFigures {
        lines = List.copyOf(lines);
    }
}
