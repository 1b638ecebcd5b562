package org.preceptorportal.binding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Shared;
import org.preceptorportal.shell.database.TableSizes;

/**
 * The programs that have an applicant, compared at once for all parts of a step; each step looks
 * for itself, for letters are withdrawn between them.
 */
@ApplicationScoped
public class ProgramList {
    @Inject ProgramStamps stamps;
    @Inject MadePackets packets;
    @Inject TableSizes tables;

    private final Shared<List<ProgramItem>> ofFiles = new Shared<>();
    private final Shared<List<ProgramItem>> ofPackets = new Shared<>();

    /** By id, for the step that binds files. */
    public List<ProgramItem> forFiles(NightRun night) {
        return ofFiles.of(night, () -> compare(night));
    }

    /** By id, for the step that lays packets. */
    public List<ProgramItem> forPackets(NightRun night) {
        return ofPackets.of(night, () -> compare(night));
    }

    private List<ProgramItem> compare(NightRun night) {
        // The steps before may have filled them.
        tables.refresh(
                "skill_report",
                "letter_release",
                "letter",
                "signed_letter",
                "letter_upload",
                "learner");
        Map<Long, String> made = packets.stamps(night.tenant(), night.season());
        return stamps.of(night).values().stream()
                .map(
                        each ->
                                new ProgramItem(
                                        each.programId(),
                                        each.applicants(),
                                        each.stamp(),
                                        each.stamp().equals(made.get(each.programId()))))
                .toList();
    }
}
