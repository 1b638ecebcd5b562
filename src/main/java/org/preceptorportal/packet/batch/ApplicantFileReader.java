package org.preceptorportal.packet.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Spot;
import org.preceptorportal.packet.Applicants;
import org.preceptorportal.packet.Applicants.Applicant;

/**
 * The applicants of each program, by program id and learner id; one program's are held at a time.
 */
@Named
@Dependent
public class ApplicantFileReader extends PartReader<Applicant> {
    @Inject Applicants applicants;

    private List<Long> programs;

    @Override
    protected List<Applicant> page(NightRun night, Spot after, Spot upTo, int size) {
        if (programs == null) {
            programs = applicants.programs(night);
        }
        for (long program : programs) {
            if (program < after.major() || program > upTo.major()) {
                continue;
            }
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
