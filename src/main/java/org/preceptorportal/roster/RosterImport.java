package org.preceptorportal.roster;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.ImportReport.FileSummary;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;

/**
 * Takes rosters in (RO-1, RO-2). A dry run does everything that the import does, in a transaction
 * that is then rolled back: what it tells is what the import would do.
 */
@ApplicationScoped
public class RosterImport {
    @Inject RosterRows rows;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Event<RosterImported> imported;

    @Resource TransactionSynchronizationRegistry transaction;

    /** What {@link #run} would do with these files; changes nothing. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public ImportReport dryRun(Caller caller, List<RosterUpload> uploads) {
        mustBeAllowed(caller);
        ImportReport report = take(caller, uploads, false);
        transaction.setRollbackOnly();
        return report;
    }

    /** Imports all rows of all files, or none when one of them is faulty. */
    @Transactional
    public ImportReport run(Caller caller, List<RosterUpload> uploads) {
        mustBeAllowed(caller);
        ImportReport report = take(caller, uploads, true);
        if (report.committed() && !report.changesNothing()) {
            int added = report.files().stream().mapToInt(FileSummary::added).sum();
            int changed = report.files().stream().mapToInt(FileSummary::changed).sum();
            audit.record(
                    caller,
                    "roster.imported",
                    "roster",
                    caller.tenantId(),
                    added + " new, " + changed + " changed");
            imported.fire(new RosterImported(caller.tenantId()));
        }
        return report;
    }

    private ImportReport take(Caller caller, List<RosterUpload> uploads, boolean commit) {
        List<RosterFault> faults = new ArrayList<>();
        List<RosterTable> tables = new ArrayList<>();
        for (RosterUpload upload : uploads) {
            RosterTable table = RosterTable.read(upload, words, faults);
            if (table != null) {
                tables.add(table);
            }
        }
        tables.sort(Comparator.comparing(RosterTable::kind));
        RosterCheck check = new RosterCheck(words, rows.known(caller.tenantId()), faults);
        tables.forEach(check::check);
        List<String> notices = tables.stream().flatMap(t -> t.notices().stream()).toList();
        if (!faults.isEmpty()) {
            return new ImportReport(false, summaries(tables), List.copyOf(faults), notices);
        }
        List<FileSummary> files = new ArrayList<>();
        for (RosterTable table : tables) {
            RosterRows.Counts counts = rows.put(caller.tenantId(), table);
            int all = table.rows().size();
            files.add(
                    new FileSummary(
                            table.file(),
                            table.kind(),
                            all,
                            counts.added(),
                            counts.changed(),
                            all - counts.added() - counts.changed()));
        }
        return new ImportReport(commit, files, List.of(), notices);
    }

    private static List<FileSummary> summaries(List<RosterTable> tables) {
        return tables.stream()
                .map(t -> new FileSummary(t.file(), t.kind(), t.rows().size(), 0, 0, 0))
                .toList();
    }

    private void mustBeAllowed(Caller caller) {
        if (!caller.isPortal() && !caller.is(Role.COORDINATOR, Role.ADMINISTRATOR)) {
            throw audit.refuse(caller, "roster", caller.tenantId());
        }
    }
}
