package org.preceptorportal.packet.batch;

/**
 * A program whose packet may be out of date, or some in a row whose packets are not: those pass the
 * step as one.
 *
 * @param last the program's id, or that of the last one in the row
 * @param programs how many
 * @param stamp as it was before anything of the program was read; null for a row
 */
record ProgramItem(long last, int programs, String stamp) {}
