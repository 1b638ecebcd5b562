package org.preceptorportal.form;

import java.io.Serializable;

/**
 * A fault of a form file.
 *
 * @param line where it is, counted from 1
 * @param column counted from 1
 * @param reason a sentence in plain words
 */
public record FormProblem(int line, int column, String reason) implements Serializable {}
