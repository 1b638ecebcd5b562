package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.preceptorportal.access.Accounts;
import org.preceptorportal.letter.LetterDeclarations;
import org.preceptorportal.letter.ToolDeclaration;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.RunView;
import org.preceptorportal.notify.LetterNews;
import org.preceptorportal.packet.Changes;
import org.preceptorportal.packet.Entry;
import org.preceptorportal.packet.PacketNow;
import org.preceptorportal.packet.PacketZip;
import org.preceptorportal.packet.Packets;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.signing.LetterLife;
import org.preceptorportal.store.Sha256;

/** Whose a packet is, and when it changes. */
@ArquillianTest
class PacketIT extends HouseStory {
    @Inject Packets packets;
    @Inject PacketNow packetNow;
    @Inject Changes changes;
    @Inject Accounts accounts;
    @Inject LetterLife life;
    @Inject LetterDeclarations declarations;
    @Inject LetterNews news;

    @Test
    void s4_aPacketIsSeenByItsOwnProgramAndInstitutionOnly() throws SQLException {
        Tenant tenant = school.open("walls-a", 1);
        Tenant other = school.open("walls-b", 1);
        school.evaluateAll(tenant);
        school.letter(tenant, "L001");
        run(tenant);
        long id = packets.list(school.staff(tenant)).get(0).id();
        assertThat(packets.get(school.staff(tenant), id).packet().id()).isEqualTo(id);
        assertThat(packets.list(school.staff(other))).isEmpty();
        assertThatThrownBy(() -> packets.get(school.staff(other), id))
                .isInstanceOf(NotForCaller.class);
        assertThatThrownBy(() -> packets.get(school.coordinator(other), id))
                .isInstanceOf(NotForCaller.class);
        assertThat(
                        count(
                                "select count(*) from audit_event where action = 'access.refused' and tenant_id = ?",
                                other))
                .isEqualTo(2);
    }

    /** Three programs, four letters; one of them is withdrawn. */
    @Test
    void s5_whenALetterIsWithdrawnExactlyItsPacketsChange() throws Exception {
        Tenant tenant = school.open("exact", 3);
        List<Program> programs = school.programs(tenant, "1400000002", "1400000003");
        Program first = programs.get(0);
        Program second = programs.get(1);
        Program third = programs.get(2);
        Rotation rotation = school.rotation(tenant, "L001");
        long letter = school.letter(rotation, first, second);
        school.letter(school.rotation(tenant, "R901", "L001", "1234567893"), first);
        school.letter(school.rotation(tenant, "L002"), first);
        school.letter(school.rotation(tenant, "L003"), second, third);
        NightView night = run(tenant);
        assertThat(step(night, "applicant-files").made()).isEqualTo(5);
        assertThat(step(night, "letter-packets").made()).isEqualTo(3);
        List<String> files = keyed(tenant, "applicant_file");
        List<String> packed = keyed(tenant, "packet");
        List<Sha256> bytes = List.of(zip(first), zip(second), zip(third));

        night = run(tenant);
        assertThat(step(night, "applicant-files").made()).as("nothing changed").isZero();
        assertThat(step(night, "letter-packets").made()).isZero();
        assertThat(List.of(zip(first), zip(second), zip(third))).isEqualTo(bytes);

        school.withdraw(school.author(rotation), letter);
        night = run(tenant);
        assertThat(step(night, "applicant-files").made()).isEqualTo(1);
        assertThat(step(night, "letter-packets").made()).isEqualTo(2);
        assertThat(added(files, keyed(tenant, "applicant_file")))
                .as("the other letter alone")
                .singleElement()
                .asString()
                .startsWith(first.id() + " " + school.learner(tenant, "L001").id() + " ");
        assertThat(added(packed, keyed(tenant, "packet")))
                .extracting(row -> row.substring(0, row.indexOf(' ')))
                .containsExactlyInAnyOrder(Long.toString(first.id()), Long.toString(second.id()));
        assertThat(zip(first)).isNotEqualTo(bytes.get(0));
        assertThat(zip(second)).isNotEqualTo(bytes.get(1));
        assertThat(zip(third)).isEqualTo(bytes.get(2));
        assertThat(people(second)).containsExactly(school.learner(tenant, "L003").id());
        assertThat(step(run(tenant), "letter-packets").made()).isZero();
    }

    @Test
    void aPacketAtOnceHoldsTheNewLetterAndItsChangesNameWhatIsGone() throws Exception {
        Tenant tenant = school.open("at-once", 3);
        Caller coordinator = school.coordinator(tenant);
        Program program = school.programs(tenant, "1400000002").get(0);
        Caller staff = school.staff(program);
        Caller stranger = school.staff(school.programs(tenant).get(1));
        long letter = school.letter(school.rotation(tenant, "L001"), program);
        school.letter(school.rotation(tenant, "L002"), program);
        run(tenant);
        Packets.Opened old = newest(program);
        Instant began = Instant.now();
        changes.sent(staff, old, began, 999, 1000, 1000);
        changes.sent(staff, old, began, 500, 999, 1000);
        assertThat(taken(tenant)).as("never from the beginning").isZero();
        changes.sent(staff, old, began, 0, 600, 1000);
        changes.sent(coordinator, old, began, 0, 1000, 1000);
        assertThat(taken(tenant)).as("not to the end").isZero();
        changes.sent(staff, old, began, 550, 1000, 1000);
        assertThat(taken(tenant)).isEqualTo(1);
        assertThat(changes.since(old)).as("nothing changed yet").isEmpty();

        school.withdraw(school.author(tenant, "L001"), letter);
        school.letter(school.rotation(tenant, "L003"), program);
        assertThatThrownBy(() -> packetNow.make(stranger, program.id(), true))
                .isInstanceOf(NotForCaller.class);
        NightView lane = ended(tenant, packetNow.make(coordinator, program.id(), true));
        assertThat(lane.runs()).extracting(RunView::job).containsExactly("letter-packets");
        assertThat(step(lane, "letter-packets").made()).isEqualTo(1);
        Packets.Opened now = newest(program);
        assertThat(people(program))
                .containsExactlyInAnyOrder(
                        school.learner(tenant, "L002").id(), school.learner(tenant, "L003").id());

        assertThat(changes.since(now))
                .get()
                .extracting(Changes.Taken::packetId)
                .isEqualTo(old.packet().id());
        Packets.Opened delta = changes.open(staff, now.packet().id(), old.packet().id());
        List<String> fresh = names(now, school.learner(tenant, "L003"));
        List<String> gone = names(old, school.learner(tenant, "L001"));
        assertThat(fresh).hasSize(2);
        assertThat(gone).hasSize(2);
        assertThat(delta.entries().stream().filter(e -> e.learnerId() != null).map(Entry::name))
                .containsExactlyInAnyOrderElementsOf(fresh);
        assertThat(text(delta, "CHANGES.csv").lines().skip(1))
                .containsExactlyInAnyOrder(
                        "new," + fresh.get(0),
                        "new," + fresh.get(1),
                        "withdrawn: delete it," + gone.get(0),
                        "withdrawn: delete it," + gone.get(1));
        assertThatThrownBy(() -> changes.open(stranger, now.packet().id(), old.packet().id()))
                .as("S4")
                .isInstanceOf(NotForCaller.class);
        assertThatThrownBy(() -> changes.open(staff, now.packet().id(), now.packet().id()))
                .as("it did not take that one")
                .isInstanceOf(NotForCaller.class);
        changes.sent(staff, now, Instant.now(), 0, 1000, 1000);
        assertThat(changes.since(packets.get(staff, old.packet().id())))
                .as("who goes back is not told to delete what is newer")
                .isEmpty();
        assertThatThrownBy(() -> changes.open(staff, old.packet().id(), now.packet().id()))
                .isInstanceOf(NotForCaller.class);
        assertThat(step(run(tenant), "letter-packets").made()).as("the night finds it").isZero();
    }

    /** The moments of both say nothing of who was first. */
    @Test
    void whoTakesAPacketWhileALetterIsWithdrawnIsToldOrDoesNotGetIt() throws Exception {
        Tenant tenant = school.open("moment", 3);
        Program program = school.programs(tenant, "1400000002").get(0);
        Caller staff = school.staff(program);
        long letter = school.letter(school.rotation(tenant, "L001"), program);
        school.letter(school.rotation(tenant, "L002"), program);
        run(tenant);
        Packets.Opened before = newest(program);
        school.withdraw(school.author(tenant, "L001"), letter);
        assertThat(packets.downloaded(staff, before, Packets.ZIP, 0)).isFalse();
        assertThat(downloads(tenant)).isZero();
        Packets.Opened after = newest(program);
        assertThat(packets.downloaded(staff, after, Packets.ZIP, 0)).isTrue();
        assertThat(downloads(tenant)).isEqualTo(1);

        List<String> gone = names(before, school.learner(tenant, "L001"));
        long id = after.packet().id();
        changes.sent(staff, before, Instant.now(), 0, 1000, 1000);
        assertThat(text(changes.open(staff, id, id), "CHANGES.csv").lines().skip(1))
                .containsExactlyInAnyOrder(
                        "withdrawn: delete it," + gone.get(0),
                        "withdrawn: delete it," + gone.get(1));
        changes.sent(staff, after, Instant.now(), 0, 1000, 1000);
        assertThat(changes.since(after)).as("they were not in it").isEmpty();
    }

    private int downloads(Tenant tenant) throws SQLException {
        return count(
                "select count(*) from audit_event where action = 'packet.downloaded' and tenant_id = ?",
                tenant);
    }

    /** PK-12: two programs may have the letter; one took it, and hears of the newer one once. */
    @Test
    void whoTookALetterIsToldOnceThatANewerVersionComes() throws Exception {
        Tenant tenant = school.open("replaced", 1);
        List<Program> programs = school.programs(tenant, "1400000002");
        programs.forEach(program -> staffed(tenant, program));
        Rotation rotation = school.rotation(tenant, "L001");
        Caller author = school.author(rotation);
        long letter = school.letter(rotation, programs.toArray(Program[]::new));
        run(tenant);
        Program taker = programs.get(0);
        assertThat(packets.downloaded(school.staff(taker), newest(taker), Packets.ZIP, 0)).isTrue();

        replace(tenant, author, letter);
        assertThat(mails(tenant, "replaced", "recipient")).containsExactly(address(taker));
        assertThat(mails(tenant, "replaced", "body"))
                .singleElement()
                .asString()
                .contains("newer version", "Learner 001")
                .doesNotContain(School.SECRET);
        replace(tenant, author, letter);
        assertThat(mails(tenant, "replaced", "recipient")).as("it knows already").hasSize(1);

        school.withdraw(author, letter);
        assertThat(mails(tenant, "replaced", "recipient")).as("true no more").isEmpty();
        assertThat(mails(tenant, "recalled", "recipient")).containsExactly(address(taker));
    }

    /** PK-12: it took the letter from here, and takes letters by a service since. */
    @Test
    void whoTakesLettersElsewhereByNowIsNotPromisedAPacket() throws Exception {
        Tenant tenant = school.open("elsewhere", 1);
        Program program = school.programs(tenant, "1400000002").get(0);
        staffed(tenant, program);
        Rotation rotation = school.rotation(tenant, "L001");
        long letter = school.letter(rotation, program);
        run(tenant);
        assertThat(packets.downloaded(school.staff(program), newest(program), Packets.ZIP, 0))
                .isTrue();
        update("update program set channel = 'ERAS' where id = ?", program.id());

        replace(tenant, school.author(rotation), letter);
        assertThat(mails(tenant, "replaced", "body"))
                .singleElement()
                .asString()
                .contains("by the service where your program takes letters")
                .doesNotContain("the next packet comes with it");
    }

    private void staffed(Tenant tenant, Program program) {
        accounts.ensureStaff(
                tenant.id(),
                Role.PROGRAM_STAFF,
                address(program),
                "Peter",
                program.id(),
                "a long password");
    }

    private static String address(Program program) {
        return program.code() + "@program-" + program.id() + ".example";
    }

    /** What programs were told of letters. */
    private List<String> mails(Tenant tenant, String event, String column) throws SQLException {
        return strings(
                "select "
                        + column
                        + " from mail where tenant_id = ? and event_key like 'letter-"
                        + event
                        + ":%'",
                tenant.id());
    }

    /** Signs a newer version, and lets the postman come. */
    private void replace(Tenant tenant, Caller author, long letter) throws SQLException {
        life.revise(author, letter);
        declarations.declare(author, letter, ToolDeclaration.Tools.NONE);
        school.signNext(author, letter);
        for (String version :
                strings(
                        "select signed_letter_id from letter_news where tenant_id = ? order by 1",
                        tenant.id())) {
            news.tell(Long.parseLong(version));
        }
    }

    private int taken(Tenant tenant) throws SQLException {
        return count(
                "select count(*) from packet_taken t join packet p on p.id = t.packet_id where"
                        + " p.tenant_id = ?",
                tenant);
    }

    private Packets.Opened newest(Program program) {
        Caller staff = school.staff(program);
        return packets.get(staff, packets.list(staff).get(0).id());
    }

    private Sha256 zip(Program program) throws IOException {
        Packets.Opened opened = newest(program);
        PacketZip zip = packets.zip(school.staff(program), opened);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        zip.write(bytes, 0, zip.length());
        return Sha256.of(bytes.toByteArray());
    }

    private Set<Long> people(Program program) {
        return newest(program).entries().stream()
                .map(Entry::learnerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static List<String> names(Packets.Opened opened, Learner learner) {
        return opened.entries().stream()
                .filter(e -> Objects.equals(e.learnerId(), learner.id()))
                .map(Entry::name)
                .toList();
    }

    private static String text(Packets.Opened opened, String name) {
        Entry entry =
                opened.entries().stream()
                        .filter(e -> e.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new String(opened.made().get(entry.blob().sha256()), StandardCharsets.UTF_8);
    }

    /** Whose, made from what and, of a file, its bytes; one line a row. */
    private List<String> keyed(Tenant tenant, String table) throws SQLException {
        String rest =
                table.equals("packet")
                        ? "' ' || id || ' ' || asked_key || ' ' || input_key"
                        : "' ' || learner_id || ' ' || id || ' ' || input_key || ' ' || pdf_sha256";
        return strings(
                "select program_id || "
                        + rest
                        + " from "
                        + table
                        + " where tenant_id = ? order by id",
                tenant.id());
    }

    /** What came behind rows that are all still as they were. */
    private static List<String> added(List<String> before, List<String> now) {
        assertThat(now).startsWith(before.toArray(String[]::new));
        return now.subList(before.size(), now.size());
    }
}
