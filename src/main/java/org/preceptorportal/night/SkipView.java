package org.preceptorportal.night;

/**
 * One item that a night left out.
 *
 * @param item its stable key within the step
 * @param label as people know it, a name; never content
 * @param reason one sentence: what is wrong and who can mend it
 */
public record SkipView(String step, String item, String label, String reason) {}
