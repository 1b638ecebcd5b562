package org.preceptorportal.evaluation;

import java.io.Serializable;

/**
 * A place in a text that looks like patient data.
 *
 * @param start index of its first character
 * @param end index after its last character
 * @param kind the Safe Harbor class
 * @param reason the class in words
 */
public record PatientDataHit(String question, int start, int end, String kind, String reason)
        implements Serializable {}
