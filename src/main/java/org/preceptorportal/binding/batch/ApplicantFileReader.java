package org.preceptorportal.binding.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.preceptorportal.binding.Applicant;
import org.preceptorportal.binding.Applicants;
import org.preceptorportal.binding.MadePackets;
import org.preceptorportal.binding.ProgramStamps;
import org.preceptorportal.binding.ProgramStamps.Stamped;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Spot;

/**
 * The applicants of each program, by program id and learner id. They are read where something
 * changed since the program's newest packet, once, and held one program at a time.
 */
@Named
@Dependent
public class ApplicantFileReader extends PartReader<ApplicantItem> {
    @Inject Applicants applicants;
    @Inject ProgramStamps stamps;
    @Inject MadePackets packets;

    // Those of the whole part that are still to come, compared at once.
    private SortedMap<Long, Stamped> rest;
    private Map<Long, String> made;

    /** A chunk that is tried again is read again. */
    @Override
    public void open(Serializable checkpoint) {
        super.open(checkpoint);
        rest = null;
    }

    @Override
    protected List<ApplicantItem> page(NightRun night, Spot after, Spot upTo, int size) {
        if (rest == null) {
            rest = stamps.of(night, after.major(), upTo.major());
            made = packets.stamps(night.tenant(), night.season());
        }
        int unchanged = 0;
        long last = 0;
        while (!rest.isEmpty()) {
            long program = rest.firstKey();
            Stamped each = rest.get(program);
            // A restart within a program goes through its other applicants one by one.
            boolean begun = program == after.major();
            if (begun && after.minor() == Long.MAX_VALUE) {
                rest.remove(program);
            } else if (!begun && each.stamp().equals(made.get(program))) {
                rest.remove(program);
                unchanged += each.applicants();
                last = program;
            } else if (unchanged > 0) {
                break;
            } else {
                rest.remove(program);
                List<ApplicantItem> found =
                        items(
                                applicants.ofProgram(night, program).stream()
                                        .filter(a -> spot(a).isAfter(after))
                                        .toList());
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return unchanged == 0
                ? List.of()
                : List.of(new ApplicantItem(new Spot(last, Long.MAX_VALUE), unchanged, null));
    }

    /** In their order; neighbors whose files are kept become one. */
    static List<ApplicantItem> items(List<Applicant> applicants) {
        List<ApplicantItem> items = new ArrayList<>();
        for (int i = 0, row = 0; i < applicants.size(); i++) {
            Applicant each = applicants.get(i);
            if (!each.unchanged()) {
                items.add(new ApplicantItem(spot(each), 1, each));
                continue;
            }
            row++;
            if (i + 1 == applicants.size() || !applicants.get(i + 1).unchanged()) {
                items.add(new ApplicantItem(spot(each), row, null));
                row = 0;
            }
        }
        return items;
    }

    private static Spot spot(Applicant applicant) {
        return new Spot(applicant.programId(), applicant.learnerId());
    }

    @Override
    protected Spot spot(ApplicantItem item) {
        return item.last();
    }
}
