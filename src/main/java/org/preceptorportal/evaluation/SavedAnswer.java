package org.preceptorportal.evaluation;

import java.io.Serializable;

/**
 * An answer as it is kept.
 *
 * @param value as {@link Answers} words it
 * @param revision grows by one with every change of this answer, from 1
 */
public record SavedAnswer(String question, String value, int revision) implements Serializable {}
