package org.preceptorportal.roster;

/**
 * What is wrong with one row, and where.
 *
 * @param file the file's name
 * @param line the line on which the row begins, from 1
 * @param column the column's name, or null when the whole row or file is meant
 * @param reason what is wrong and what to do, as a sentence
 */
public record RosterFault(String file, long line, String column, String reason) {}
