package org.preceptorportal.packet.batch;

/**
 * A program that has an applicant.
 *
 * @param stamp as it was before anything of the program was read
 * @param unchanged whether the newest packet has it
 */
public record ProgramItem(long program, String stamp, boolean unchanged) {}
