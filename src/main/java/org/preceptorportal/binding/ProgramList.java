package org.preceptorportal.binding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Shared;

/** The programs that have an applicant, compared at once for all parts. */
@ApplicationScoped
public class ProgramList {
    @Inject ProgramStamps stamps;
    @Inject MadePackets packets;

    private final Shared<List<ProgramItem>> items = new Shared<>();

    /** By id. */
    public List<ProgramItem> of(NightRun night) {
        return items.of(
                night,
                () -> {
                    Map<Long, String> made = packets.stamps(night.tenant(), night.season());
                    return stamps.of(night).values().stream()
                            .map(
                                    each ->
                                            new ProgramItem(
                                                    each.programId(),
                                                    each.applicants(),
                                                    each.stamp(),
                                                    each.stamp()
                                                            .equals(made.get(each.programId()))))
                            .toList();
                });
    }
}
