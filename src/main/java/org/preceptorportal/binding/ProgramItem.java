package org.preceptorportal.binding;

/**
 * A program that has an applicant.
 *
 * @param applicants how many
 * @param stamp as it was before anything of the program was read
 * @param unchanged whether the newest packet has it
 */
public record ProgramItem(long program, int applicants, String stamp, boolean unchanged) {}
