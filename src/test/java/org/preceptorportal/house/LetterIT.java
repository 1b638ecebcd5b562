package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.judges.Pdfsig;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDeclarations;
import org.preceptorportal.letter.LetterHistory;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.letter.StaleDraft;
import org.preceptorportal.letter.ToolDeclaration;
import org.preceptorportal.notify.LetterNews;
import org.preceptorportal.packet.Entry;
import org.preceptorportal.packet.PacketView;
import org.preceptorportal.packet.Packets;
import org.preceptorportal.release.LetterReleasing;
import org.preceptorportal.rendition.OwnPdfs;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.signing.CoAuthors;
import org.preceptorportal.signing.LetterLife;
import org.preceptorportal.signing.LetterReading;
import org.preceptorportal.signing.LetterSigning;
import org.preceptorportal.signing.Reading;
import org.preceptorportal.signing.SigningRefused;
import org.preceptorportal.stepup.SigningCodeRefused;
import org.preceptorportal.stepup.SigningCodesSpent;
import org.preceptorportal.store.Sha256;
import org.preceptorportal.structure.StructuredWriting;

/** What becomes of a letter, signed and before. */
@ArquillianTest
class LetterIT extends HouseStory {
    @Inject Packets packets;
    @Inject AuditTrail audit;
    @Inject Seal seal;
    @Inject CoAuthors coAuthors;
    @Inject LetterLife life;
    @Inject StructuredWriting structured;
    @Inject LetterHistory history;
    @Inject OwnPdfs own;
    @Inject LetterReleasing releasing;
    @Inject LetterNews news;
    @Inject LetterDeclarations declarations;
    @Inject LetterWriting writing;
    @Inject LetterReading reading;
    @Inject LetterSigning signing;

    @Test
    void s3_withoutAnAuditRowThereIsNoSignature() throws SQLException {
        Tenant tenant = school.open("no-trail", 1);
        long letter = school.draft(tenant, "L001");
        FailingTrail.refuseToWrite("letter.signed");
        assertThatThrownBy(() -> school.sign(tenant, "L001", letter))
                .isInstanceOf(RuntimeException.class);
        assertThat(count("select count(*) from signed_letter where tenant_id = ?", tenant))
                .isZero();
        FailingTrail.heal();
        school.sign(tenant, "L001", letter);
        assertThat(count("select count(*) from signed_letter where tenant_id = ?", tenant))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from audit_event where action = 'letter.signed' and tenant_id = ?",
                                tenant))
                .isEqualTo(1);
        assertThat(audit.verify(tenant.id())).isEmpty();
    }

    @Test
    void aLetterThatCannotBePrintedSaysWhyWhereItIsSigned() {
        Tenant tenant = school.open("star", 1);
        Caller author = school.author(tenant, "L001");
        long letter = school.draft(tenant, "L001");
        int version = writing.get(author, letter).version();
        writing.save(author, letter, version, "<p>A star: \uD83C\uDF1F</p>");
        Reading nothing = reading.read(author, letter);
        assertThat(nothing.fault()).contains("GLOWING STAR");
        assertThat(nothing.shown()).isNull();
        writing.save(author, letter, version + 1, "<p>A star.</p>");
        assertThat(reading.read(author, letter).fault()).isNull();
    }

    @Test
    void whoAsksForCodeAfterCodeIsToldToLook() {
        Tenant tenant = school.open("codes", 1);
        Caller author = school.author(tenant, "L001");
        long letter = school.draft(tenant, "L001");
        declarations.declare(author, letter, ToolDeclaration.Tools.NONE);
        for (int i = 0; i < 5; i++) {
            signing.sendCode(author, letter);
        }
        assertThatThrownBy(() -> signing.sendCode(author, letter))
                .isInstanceOf(SigningCodesSpent.class);
        assertThat(reading.read(author, letter).codePending()).as("the newest works").isTrue();
    }

    @Test
    void whoUsesEachCodeIsMailedAnotherOne() throws SQLException {
        Tenant tenant = school.open("codes-used", 1);
        Caller author = school.author(tenant, "L001");
        long letter = school.draft(tenant, "L001");
        school.sign(tenant, "L001", letter);
        for (int version = 2; version <= 7; version++) {
            life.revise(author, letter);
            school.sign(tenant, "L001", letter);
        }
        assertThat(strings("select used_at is null from signing_code where letter_id = ?", letter))
                .containsOnly("f")
                .hasSize(7);
    }

    @Test
    void aFullDiskSignsNothingAndLosesNothing() throws SQLException {
        Tenant tenant = school.open("full-disk", 1);
        long letter = school.draft(tenant, "L001");
        for (int files = 0; files <= 2; files++) {
            FailingBlobs.failAfter(files);
            if (files == 2) {
                FailingBlobs.failToSync();
            }
            assertThatThrownBy(() -> school.sign(tenant, "L001", letter))
                    .as("after %d files", files)
                    .isInstanceOf(SigningRefused.NotKept.class);
            FailingBlobs.heal();
            assertThat(strings("select status from letter where id = ?", letter))
                    .containsExactly("DRAFTING");
            assertThat(count("select count(*) from signing_round where tenant_id = ?", tenant))
                    .isZero();
            assertThat(school.text(tenant, "L001", letter)).contains(School.SECRET);
        }
        school.sign(tenant, "L001", letter);
        assertThat(strings("select status from letter where id = ?", letter))
                .containsExactly("SIGNED");
    }

    /** As if the database's disk were full when the postman comes: the signature stands. */
    @Test
    void newsThatCannotBeToldWaitAndAreToldOnce() throws SQLException {
        Tenant tenant = school.open("untold", 1);
        long letter = school.draft(tenant, "L001");
        String mails =
                "select event_key from mail where tenant_id = ? and event_key like 'letter-signed:%'";
        execute(
                """
                create function no_room() returns trigger language plpgsql as
                  $$ begin raise disk_full; end $$;
                create trigger no_room before insert on mail for each row
                  when (new.event_key like 'letter-signed:%%' and new.tenant_id = %d)
                  execute function no_room()"""
                        .formatted(tenant.id()));
        long version;
        try {
            school.sign(tenant, "L001", letter);
            version =
                    Long.parseLong(
                            strings("select id from signed_letter where letter_id = ?", letter)
                                    .get(0));
            assertThatThrownBy(() -> news.tell(version)).isInstanceOf(RuntimeException.class);
            news.putOff(version);
            assertThat(news.untold(1000)).doesNotContain(version);
            assertThat(count("select count(*) from letter_news where tenant_id = ?", tenant))
                    .isEqualTo(1);
            assertThat(strings(mails, tenant.id())).isEmpty();
        } finally {
            execute("drop trigger no_room on mail; drop function no_room");
        }
        news.tell(version);
        news.tell(version);
        assertThat(strings(mails, tenant.id())).as("to author and learner").hasSize(2);
        assertThat(count("select count(*) from letter_news where tenant_id = ?", tenant)).isZero();
    }

    /** Signed by two, packed, replaced, withdrawn: each version stays, and says what it is. */
    @Test
    void s2_aLettersLifeIsAChainOfVersions() throws SQLException, IOException {
        Tenant tenant = school.open("life", 2);
        long letter = school.draft(tenant, "L001");
        Caller lead = school.author(tenant, "L001");
        Caller second = school.author(tenant, "L002");
        coAuthors.invite(lead, letter, second.personId(), true);
        assertThatThrownBy(() -> school.signNext(second, letter))
                .isInstanceOf(SigningRefused.NotYourTurn.class);
        school.sign(tenant, "L001", letter);
        assertThat(count("select count(*) from signed_letter where tenant_id = ?", tenant))
                .as("one of two has signed")
                .isZero();
        assertThat(coAuthors.mine(second))
                .singleElement()
                .matches(joint -> joint.turn() && !joint.signed());
        school.signNext(second, letter);
        assertThat(coAuthors.mine(second))
                .singleElement()
                .matches(joint -> !joint.turn() && joint.signed());
        Path file =
                Files.write(
                        Files.createTempFile("together", ".pdf"),
                        original(letter, "state = 'CURRENT'"));
        var pdfsig = Pdfsig.judge(file);
        assertThat(pdfsig.signatures()).isEqualTo(2);
        assertThat(pdfsig.valid() && pdfsig.wholeFile()).as(pdfsig.said()).isTrue();
        Files.delete(file);

        releasing.release(
                school.as(school.learner(tenant, "L001")),
                letter,
                school.program(tenant).id(),
                true);
        assertThat(step(run(tenant), "letter-packets").made()).isEqualTo(1);
        life.revise(lead, letter);
        school.sign(tenant, "L001", letter);
        school.signNext(second, letter);
        assertThat(states(letter)).containsExactly("SUPERSEDED", "CURRENT");
        assertThat(step(run(tenant), "letter-packets").made()).as("with the new one").isEqualTo(1);

        Caller staff = school.staff(tenant);
        assertThat(packets.get(staff, packets.list(staff).get(0).id()).entries())
                .extracting(Entry::kind)
                .contains(Entry.Kind.APPLICANT, Entry.Kind.ORIGINAL);
        assertThatThrownBy(() -> life.withdraw(lead, letter, "Signed too soon.", "no code"))
                .isInstanceOf(SigningCodeRefused.class);
        assertThat(states(letter)).containsExactly("SUPERSEDED", "CURRENT");
        school.withdraw(lead, letter);
        assertThat(states(letter)).containsExactly("SUPERSEDED", "WITHDRAWN");
        assertThat(
                        count(
                                "select count(*) from mail where tenant_id = ? and event_key like"
                                        + " 'letter-withdrawn:%:' || "
                                        + second.personId(),
                                tenant))
                .as("the co-author is told")
                .isEqualTo(1);
        // As if the postman came only now: the letter is told as withdrawn, never as signed.
        long version =
                Long.parseLong(
                        strings(
                                        "select id from signed_letter where letter_id = ? and number"
                                                + " = 2",
                                        letter)
                                .get(0));
        update("delete from mail where event_key = 'letter-signed:' || ?", version);
        update(
                "insert into letter_news (signed_letter_id, tenant_id) select id, tenant_id from"
                        + " signed_letter where id = ? on conflict do nothing",
                version);
        news.tell(version);
        assertThat(
                        strings(
                                "select count(*) from mail where event_key = 'letter-signed:' || ?",
                                version))
                .containsExactly("0");
        assertThat(seal.verify(original(letter, "number = 1")).intact()).isTrue();
        assertThat(seal.verify(original(letter, "number = 2")).intact()).isTrue();
        assertThat(run(tenant).status()).isEqualTo("COMPLETED");
        List<PacketView> shelf = packets.list(staff);
        assertThat(shelf).hasSizeGreaterThanOrEqualTo(2);
        for (PacketView packet : shelf) {
            assertThat(packets.get(staff, packet.id()).entries())
                    .as("packet of the night of %s", packet.night())
                    .extracting(Entry::kind)
                    .doesNotContain(Entry.Kind.APPLICANT, Entry.Kind.ORIGINAL);
        }
        assertThat(audit.verify(tenant.id())).isEmpty();
        assertThat(school.draft(tenant, "L001"))
                .as("its learner may ask again about that rotation")
                .isNotEqualTo(letter);
    }

    /** SG-8: who asked for a chair's letter gets one that the chair has closed. */
    @Test
    void aChairsLetterIsClosedByTheChair() throws SQLException {
        Tenant tenant = school.open("chair", 2);
        long letter = school.draft(tenant, "L001");
        Caller lead = school.author(tenant, "L001");
        Caller second = school.author(tenant, "L002");
        coAuthors.chairedBy(lead, letter, Letter.Chair.COLLEAGUE);
        assertThat(coAuthors.chair(lead, letter).fault()).contains("no chair is among its authors");
        assertThatThrownBy(() -> school.sign(tenant, "L001", letter))
                .isInstanceOf(SigningRefused.NoChair.class);
        coAuthors.invite(lead, letter, second.personId(), false);
        coAuthors.chairedBy(lead, letter, Letter.Chair.AUTHOR);
        assertThatThrownBy(() -> school.sign(tenant, "L001", letter))
                .isInstanceOf(SigningRefused.ChairNotLast.class);
        coAuthors.remove(lead, letter, second.personId());
        coAuthors.chairedBy(lead, letter, Letter.Chair.NONE);
        coAuthors.invite(lead, letter, second.personId(), true);
        assertThat(coAuthors.chair(lead, letter))
                .isEqualTo(new CoAuthors.Chairing(Letter.Chair.COLLEAGUE, null));
        school.sign(tenant, "L001", letter);
        school.signNext(second, letter);
        assertThat(
                        strings(
                                "select chair::text from author_signature where letter_id = ?"
                                        + " order by place",
                                letter))
                .containsExactly("false", "true");
        assertThat(states(letter)).containsExactly("CURRENT");
    }

    /** A new version begins from what the signed one was made of, also after one was given up. */
    @Test
    void s9_aRevisedStructuredLetterKeepsItsKindAndItsAnswers() throws SQLException {
        Tenant tenant = school.open("revised", 1);
        long letter = school.draft(tenant, "L001");
        Caller author = school.author(tenant, "L001");
        Map<String, String> said = begin(author, letter, "internal-medicine");
        answer(author, letter, said);
        school.sign(tenant, "L001", letter);

        life.revise(author, letter);
        assertThat(structured.sheet(author, letter).answers().values()).isEqualTo(said);
        Map<String, String> better = new HashMap<>(said);
        better.replaceAll((question, answer) -> answer.equals("2") ? "3" : answer + " indeed");
        answer(author, letter, better);
        answer(author, letter, Map.of());
        structured.toWords(author, letter, structured.sheet(author, letter).version());
        life.keep(author, letter);
        assertThat(strings("select kind from letter where id = ?", letter))
                .as("the new version was given up as prose")
                .containsExactly("STRUCTURED");
        assertThat(structured.sheet(author, letter).answers().values()).isEqualTo(said);

        life.revise(author, letter);
        assertThat(structured.sheet(author, letter).answers().values()).isEqualTo(said);
        LetterHistory.Kept given =
                history.of(author, letter).stream()
                        .filter(k -> k.said().stream().anyMatch(f -> f.value().endsWith("indeed")))
                        .findFirst()
                        .orElseThrow();
        int version = structured.sheet(author, letter).version();
        history.restore(author, letter, version, given.id());
        assertThat(structured.sheet(author, letter).answers().values())
                .as("what was cleared and given up is there")
                .isEqualTo(better);
        school.sign(tenant, "L001", letter);
        assertThat(strings("select kind from signed_letter where letter_id = ?", letter))
                .containsExactly("STRUCTURED", "STRUCTURED");
    }

    /** Answers for a service's own pages are kept though the letter beside them is none of them. */
    @Test
    void s9_answersBesideALetterAreKeptBeforeOthersComeBack() throws SQLException {
        Tenant tenant = school.open("beside", 1);
        long letter = school.draft(tenant, "L001");
        Caller author = school.author(tenant, "L001");
        Map<String, String> first = begin(author, letter, "dermatology");
        answer(author, letter, first);
        answer(author, letter, Map.of());
        answer(author, letter, ending(first, "indeed"));
        history.restore(
                author,
                letter,
                structured.sheet(author, letter).version(),
                history.of(author, letter).stream()
                        .filter(kept -> kept.kind() == LetterKind.STRUCTURED)
                        .findFirst()
                        .orElseThrow()
                        .id());
        assertThat(structured.sheet(author, letter).answers().values()).isEqualTo(first);
        assertThat(kept(author, letter, "indeed")).as("what stood there").isEqualTo(1);

        answer(author, letter, begin(author, letter, "internal-medicine"));
        school.sign(tenant, "L001", letter);
        life.revise(author, letter);
        answer(author, letter, ending(begin(author, letter, "dermatology"), "anew"));
        assertThat(strings("select kind from letter where id = ?", letter))
                .as("a service's own form is no letter")
                .containsExactly("WORDS");
        life.keep(author, letter);
        life.revise(author, letter);
        assertThat(structured.sheet(author, letter).structure().code())
                .isEqualTo("internal-medicine");
        assertThat(kept(author, letter, "anew")).as("given up").isEqualTo(1);
    }

    /** Begins a form, and says what may be answered to it. */
    private Map<String, String> begin(Caller author, long letter, String form) {
        structured.begin(author, letter, structured.choice(author, letter).version(), form);
        Map<String, String> said = new HashMap<>();
        structured
                .sheet(author, letter)
                .structure()
                .questions()
                .forEach(q -> said.put(q.code(), q.isText() ? "good ".repeat(40).strip() : "2"));
        return said;
    }

    private static Map<String, String> ending(Map<String, String> said, String last) {
        Map<String, String> more = new HashMap<>(said);
        more.replaceAll((question, answer) -> answer.equals("2") ? "3" : answer + " " + last);
        return more;
    }

    private long kept(Caller author, long letter, String ending) {
        return history.of(author, letter).stream()
                .filter(k -> k.said().stream().anyMatch(f -> f.value().endsWith(ending)))
                .count();
    }

    /** A PDF of one's own is where the next version begins, and what its history brings back. */
    @Test
    void s9_aRevisedOwnPdfBeginsFromTheSignedFile() throws SQLException, IOException {
        Tenant tenant = school.open("brought", 2);
        long letter = school.draft(tenant, "L002");
        Caller author = school.author(tenant, "L002");
        byte[] first = LetterIT.class.getResourceAsStream("/demo/own-letter.pdf").readAllBytes();
        byte[] second = Arrays.copyOf(first, first.length + 1);
        second[first.length] = '\n';
        own.upload(author, letter, own.view(author, letter).version(), first);
        school.sign(tenant, "L002", letter);

        life.revise(author, letter);
        assertThat(own.view(author, letter)).matches(v -> v.chosen() && v.writable());
        assertThat(brought(letter)).isEqualTo(Sha256.of(first).hex());
        own.upload(author, letter, own.view(author, letter).version(), second);
        own.toWords(author, letter, own.view(author, letter).version());
        life.keep(author, letter);
        assertThat(brought(letter)).as("given up").isEqualTo(Sha256.of(first).hex());

        life.revise(author, letter);
        assertThat(own.view(author, letter).chosen()).isTrue();
        LetterHistory.Kept givenUp =
                history.of(author, letter).stream()
                        .filter(kept -> kept.kind() == LetterKind.OWN_PDF)
                        .findFirst()
                        .orElseThrow();
        history.restore(author, letter, own.view(author, letter).version(), givenUp.id());
        assertThat(brought(letter)).as("brought back").isEqualTo(Sha256.of(second).hex());
        school.sign(tenant, "L002", letter);
        assertThat(states(letter)).containsExactly("SUPERSEDED", "CURRENT");
        assertThat(original(letter, "number = 1")).startsWith(first);
        assertThat(original(letter, "number = 2")).startsWith(second);
        assertThat(seal.verify(original(letter, "number = 1")).intact()).isTrue();
        assertThat(seal.verify(original(letter, "number = 2")).intact()).isTrue();
        assertThat(strings("select plain from signed_letter where letter_id = ?", letter))
                .containsExactly("", "");
    }

    private String brought(long letter) throws SQLException {
        return strings("select sha256 from own_pdf where letter_id = ?", letter).get(0);
    }

    private void answer(Caller author, long letter, Map<String, String> said) {
        structured.save(author, letter, structured.sheet(author, letter).version(), said, false);
    }

    private List<String> states(long letter) throws SQLException {
        return strings(
                "select state from signed_letter where letter_id = ? order by number", letter);
    }

    private byte[] original(long letter, String which) throws SQLException, IOException {
        String sha256 =
                strings(
                                "select original_sha256 from signed_letter where letter_id = ? and "
                                        + which,
                                letter)
                        .get(0);
        return Files.readAllBytes(Path.of(data, "blobs", sha256.substring(0, 2), sha256));
    }

    @Test
    void s1_noMailAndNoAuditDetailHoldsWordsOfALetter() throws SQLException {
        Tenant tenant = school.open("quiet", 1);
        school.evaluateAll(tenant);
        school.letter(tenant, "L001");
        String secret = "%" + School.SECRET + "%";
        assertThat(
                        count(
                                "select count(*) from letter where tenant_id = ? and body like '"
                                        + secret
                                        + "'",
                                tenant))
                .isEqualTo(1);
        assertThat(count("select count(*) from mail where tenant_id = ? and body <> ''", tenant))
                .isPositive();
        assertThat(
                        count(
                                "select count(*) from mail where tenant_id = ? and (body like '"
                                        + secret
                                        + "' or subject like '"
                                        + secret
                                        + "')",
                                tenant))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from audit_event where tenant_id = ? and detail like '"
                                        + secret
                                        + "'",
                                tenant))
                .isZero();
    }

    @Test
    void s9_aStaleSaveIsRefusedAndTheNewerTextStays() {
        Tenant tenant = school.open("stale", 1);
        long letter = school.draft(tenant, "L001");
        assertThatThrownBy(() -> school.saveOver(tenant, "L001", letter, 0))
                .isInstanceOf(StaleDraft.class);
        assertThat(school.text(tenant, "L001", letter)).contains(School.SECRET);
    }

    @Test
    void wrongSigningCodesAreCountedThoughTheSignatureIsRolledBack() throws SQLException {
        Tenant tenant = school.open("wrong-code", 1);
        long letter = school.draft(tenant, "L001");
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> school.signWith(tenant, "L001", letter, "00000000"))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(strings("select attempts::text from signing_code where letter_id = ?", letter))
                .containsExactly("2");
    }
}
