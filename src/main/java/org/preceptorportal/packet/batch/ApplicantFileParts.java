package org.preceptorportal.packet.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.StepParts;
import org.preceptorportal.packet.Applicants;

/** Applicants in about equal numbers; those of one program stay together. */
@Named
@Dependent
public class ApplicantFileParts extends StepParts {
    @Inject Applicants applicants;

    @Override
    protected List<Range> ranges(NightRun night, int pieces) {
        Map<Long, Integer> ofProgram = new LinkedHashMap<>();
        for (long program : applicants.programs(night)) {
            ofProgram.put(program, applicants.ofProgram(night, program).size());
        }
        return Range.split(ofProgram, pieces);
    }
}
