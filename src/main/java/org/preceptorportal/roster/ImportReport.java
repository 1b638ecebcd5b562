package org.preceptorportal.roster;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param committed whether the rows are in now
 * @param files one summary a file
 * @param faults every faulty row; if there is one, nothing is imported (RO-1)
 * @param notices what the coordinator should know though nothing is wrong
 */
public record ImportReport(
        boolean committed,
        List<FileSummary> files,
        List<RosterFault> faults,
        List<String> notices) {

    /** Rows of one file: new, different from what is there, and the same as what is there. */
    public record FileSummary(
            String file, RosterKind kind, int rows, int added, int changed, int unchanged) {}

    public boolean clean() {
        return faults.isEmpty();
    }

    public boolean changesNothing() {
        return files.stream().allMatch(f -> f.added() == 0 && f.changed() == 0);
    }
}
