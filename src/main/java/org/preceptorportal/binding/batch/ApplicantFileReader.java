package org.preceptorportal.binding.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.SortedMap;
import org.preceptorportal.binding.Applicant;
import org.preceptorportal.binding.Applicants;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Spot;

/**
 * The applicants of each program, by program id and learner id; one program's are read once, and
 * held one program at a time.
 */
@Named
@Dependent
public class ApplicantFileReader extends PartReader<Applicant> {
    @Inject Applicants applicants;

    private SortedMap<Long, Integer> programs;

    /** The program whose applicants were given last, all of them. */
    private long read;

    @Override
    protected List<Applicant> page(NightRun night, Spot after, Spot upTo, int size) {
        if (programs == null) {
            programs = applicants.perProgram(night);
        }
        for (long program : programs.tailMap(after.major()).keySet()) {
            if (program > upTo.major()) {
                return List.of();
            }
            if (program == read || program == after.major() && after.minor() == Long.MAX_VALUE) {
                continue;
            }
            read = program;
            List<Applicant> rest =
                    applicants.ofProgram(night, program).stream()
                            .filter(applicant -> spot(applicant).isAfter(after))
                            .toList();
            if (!rest.isEmpty()) {
                return rest;
            }
        }
        return List.of();
    }

    @Override
    protected Spot spot(Applicant applicant) {
        return new Spot(applicant.programId(), applicant.learnerId());
    }
}
