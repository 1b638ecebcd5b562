package org.preceptorportal.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preceptorportal.shell.Words;

class RosterCheckTest {
    private static final String SITES =
            "site_code,name,street,city,state,postal_code,time_zone\nS1,North,1 Main St,Ann Arbor,MI,48104,America/Detroit\n";
    private static final String PRECEPTORS =
            "npi,full_name,specialty,email,site_code\n1234567893,Ana Ruiz,Internal Medicine,ana@x.org,S1\n";
    private static final String LEARNERS =
            "learner_id,full_name,email,medical_school,stage\nL1,Linh Nguyễn,linh@x.org,Hanoi,graduate\n";
    private static final String ROTATIONS =
            "rotation_id,learner_id,npi,site_code,type,specialty,setting,start_date,end_date,hours_per_week\n";

    private final List<RosterFault> faults = new ArrayList<>();

    @Test
    void takesARosterWhoseFilesPointToEachOther() {
        check(
                SITES,
                PRECEPTORS,
                LEARNERS,
                ROTATIONS
                        + "R1,L1,1234567893,S1,Sub-internship,IM,inpatient,11/2/2026,2026-11-27,40\n");
        assertThat(faults).isEmpty();
    }

    @Test
    void refusesAnNpiWithAWrongCheckDigit() {
        check(SITES, PRECEPTORS.replace("1234567893", "1234567898"));
        assertFault(2, "npi", "not a valid NPI");
    }

    @Test
    void refusesARotationThatEndsBeforeItStarts() {
        check(
                SITES,
                PRECEPTORS,
                LEARNERS,
                ROTATIONS + "R1,L1,1234567893,S1,elective,IM,ward,2026-11-27,11/02/2026,40\n");
        assertFault(2, "end_date", "before it starts");
    }

    @Test
    void refusesADayThatDoesNotExist() {
        check(
                SITES,
                PRECEPTORS,
                LEARNERS,
                ROTATIONS + "R1,L1,1234567893,S1,elective,IM,ward,2/30/2026,2026-11-27,40\n");
        assertFault(2, "start_date", "2/30/2026 is not a date");
    }

    @Test
    void refusesAnUnknownSite() {
        check(PRECEPTORS);
        assertFault(2, "site_code", "There is no site S1");
    }

    @Test
    void refusesTwoPeopleWithOneAddress() {
        check(LEARNERS + "L2,Other,LINH@x.org,Hanoi,student\n");
        assertFault(3, "email", "stands in line 2 already");
    }

    @Test
    void refusesOneIdTwice() {
        check(LEARNERS + "L1,Other,other@x.org,Hanoi,student\n");
        assertFault(3, "learner_id", "stands in line 2 already");
    }

    @Test
    void namesEveryFaultyRowAtOnce() {
        check(
                LEARNERS
                        + "L2,,b@x.org,Hanoi,student\nL3,C,c@x,Hanoi,student\nL4,D,d@x.org,Hanoi,dean\n");
        assertThat(faults).extracting(RosterFault::line).containsExactly(3L, 4L, 5L);
    }

    @Test
    void refusesToMoveARotationToAnotherLearner() {
        RosterCheck.Known known =
                new RosterCheck.Known(Map.of(), Map.of(), Map.of("R1", "L9/1234567893"));
        check(
                known,
                SITES,
                PRECEPTORS,
                LEARNERS,
                ROTATIONS + "R1,L1,1234567893,S1,elective,IM,ward,2026-11-02,2026-11-27,40\n");
        assertFault(2, "rotation_id", "belongs to another");
    }

    @Test
    void pointsToWhatIsInThePortalAlready() {
        RosterCheck.Known known =
                new RosterCheck.Known(Map.of(RosterKind.SITES, Set.of("S1")), Map.of(), Map.of());
        check(known, PRECEPTORS);
        assertThat(faults).isEmpty();
    }

    private void assertFault(long line, String column, String words) {
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).line()).isEqualTo(line);
        assertThat(faults.get(0).column()).isEqualTo(column);
        assertThat(faults.get(0).reason()).contains(words);
    }

    private void check(String... files) {
        check(new RosterCheck.Known(Map.of(), Map.of(), Map.of()), files);
    }

    private void check(RosterCheck.Known known, String... files) {
        Words words = new Words();
        RosterCheck check = new RosterCheck(words, known, faults);
        for (String file : files) {
            check.check(
                    RosterTable.read(
                            new RosterUpload("f.csv", file.getBytes(StandardCharsets.UTF_8)),
                            words,
                            faults));
        }
    }
}
