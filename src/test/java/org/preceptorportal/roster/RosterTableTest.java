package org.preceptorportal.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.shell.Words;

class RosterTableTest {
    private final List<RosterFault> faults = new ArrayList<>();

    @Test
    void readsColumnsInAnyOrderAndUnderOtherNames() {
        RosterTable table =
                read(
                        "E-mail,Level,School,Name,Student ID\nlinh@x.org,graduate,Hanoi,Nguyễn Thị Linh,L-1\n");
        assertThat(table.kind()).isEqualTo(RosterKind.LEARNERS);
        assertThat(table.rows().get(0).get("full_name")).isEqualTo("Nguyễn Thị Linh");
        assertThat(table.rows().get(0).get("learner_id")).isEqualTo("L-1");
    }

    @Test
    void readsAByteOrderMarkAndSemicolons() {
        RosterTable table =
                read(
                        "\uFEFFlearner_id;full_name;email;medical_school;stage\nL-1;José Núñez;j@x.org;UNAM;student\n");
        assertThat(table.rows().get(0).get("full_name")).isEqualTo("José Núñez");
    }

    @Test
    void readsWhatSpreadsheetsWriteOnWindowsAndSaysSo() {
        byte[] bytes =
                "learner_id,full_name,email,medical_school,stage\nL-1,José,j@x.org,UNAM,student\n"
                        .getBytes(Charset.forName("windows-1252"));
        RosterTable table = RosterTable.read(new RosterUpload("l.csv", bytes), new Words(), faults);
        assertThat(table.rows().get(0).get("full_name")).isEqualTo("José");
        assertThat(table.notices()).anyMatch(n -> n.contains("Windows"));
    }

    @Test
    void namesTheLineOnWhichARowBeginsDespiteQuotedLineBreaks() {
        RosterTable table =
                read(
                        "learner_id,full_name,email,medical_school,stage\n"
                                + "L-1,A B,a@x.org,\"School\nof\nMedicine\",student\n"
                                + "\n"
                                + "L-2,C D,c@x.org,School,student");
        assertThat(table.rows()).extracting(RosterTable.Row::line).containsExactly(2L, 6L);
        assertThat(table.rows().get(0).get("medical_school")).isEqualTo("School of Medicine");
    }

    @Test
    void saysWhichColumnsAreMissing() {
        assertThat(read("learner_id,full_name\nL-1,A\n")).isNull();
        assertThat(faults.get(0).reason())
                .contains("learners")
                .contains("email, medical_school, stage");
    }

    @Test
    void composesAccentsThatCameInTwoCharacters() {
        RosterTable table =
                read(
                        "learner_id,full_name,email,medical_school,stage\nL-1,Jose\u0301,j@x.org,UNAM,student\n");
        assertThat(table.rows().get(0).get("full_name")).isEqualTo("José");
    }

    private RosterTable read(String text) {
        return RosterTable.read(
                new RosterUpload("file.csv", text.getBytes(StandardCharsets.UTF_8)),
                new Words(),
                faults);
    }
}
