package org.preceptorportal.skills;

import org.preceptorportal.store.Sha256;

/**
 * A file to download.
 *
 * @param name without path, letters that every system takes
 */
public record SkillReportFile(String name, Sha256 sha256, byte[] bytes) {}
