package org.preceptorportal.roster;

/** Whether the learner still studies or has graduated. */
public enum LearnerStage {
    STUDENT,
    GRADUATE
}
