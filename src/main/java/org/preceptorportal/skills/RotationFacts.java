package org.preceptorportal.skills;

import java.time.LocalDate;

/**
 * What a report prints of an evaluation's rotation.
 *
 * @param title for instance "Internal Medicine, externship"
 * @param preceptor name with credentials
 */
record RotationFacts(long id, String title, String preceptor, LocalDate end) {}
