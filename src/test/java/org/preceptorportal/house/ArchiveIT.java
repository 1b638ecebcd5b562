package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.StepView;
import org.preceptorportal.night.TakeOver;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.verify.Answer;
import org.preceptorportal.verify.LetterVerifying;

/** Archive files of signed letters. */
@ArquillianTest
class ArchiveIT extends HouseStory {
    @Inject TakeOver takeOver;
    @Inject Seal seal;
    @Inject LetterVerifying verifying;

    @Test
    void s5_theArchiveGoesOnWhereItFailedAndLiftsEachLetterOnce() throws SQLException {
        Tenant tenant = school.open("archive", 14);
        for (int i = 1; i <= 14; i++) {
            school.letter(tenant, "L%03d".formatted(i));
        }
        // A bound file for each applicant, then not all of the archive files.
        FailingBlobs.failAfter(14 + 13);
        NightView failed = run(tenant);
        assertThat(failed.status()).isEqualTo("FAILED");
        assertThat(step(failed, "letter-packets").made()).isEqualTo(1);
        List<String> before = archived(tenant, "a.sha256");
        assertThat(before).hasSizeLessThan(14);
        assertThat(step(failed, "archive-files").made())
                .as("whole chunks only")
                .isEqualTo(before.size());

        FailingBlobs.heal();
        takeOver.now();
        NightView second = ended(tenant, failed.id());
        assertThat(second.status()).isEqualTo("COMPLETED");
        StepView archive = step(second, "archive-files");
        assertThat(archive.read()).as("each letter once, over both tries").isEqualTo(14);
        assertThat(archive.made()).isEqualTo(14);
        assertThat(archive.expected()).isEqualTo(14);
        assertThat(archived(tenant, "a.sha256")).hasSize(14).containsAll(before);
        assertThat(archived(tenant, "a.number::text")).containsOnly("1");
        assertThat(archived(tenant, "a.level")).containsOnly("PAdES-BASELINE-LTA");
        assertThat(step(run(tenant), "archive-files").read()).isZero();

        // Whoever is given one, and asks by its fingerprint alone, is answered.
        Answer answer = verifying.byHash(archived(tenant, "a.sha256").get(0), "127.0.0.1");
        assertThat(answer.finding()).isEqualTo(Answer.Finding.GENUINE);
        assertThat(answer.level()).isEqualTo("PAdES-BASELINE-LTA");
    }

    @Test
    void s6_aLetterThatCannotBeArchivedIsListedAndTheRestIsLifted() throws Exception {
        Tenant tenant = school.open("bad-original", 3);
        for (String learner : List.of("L001", "L002", "L003")) {
            school.letter(tenant, learner);
        }
        damage(tenant, "L002", "original_sha256");
        NightView night = run(tenant);
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(step(night, "archive-files").made()).isEqualTo(2);
        assertThat(step(night, "archive-files").skipped()).isEqualTo(1);
        assertThat(night.skips())
                .anyMatch(
                        s ->
                                s.label().startsWith("Signed letter ")
                                        && s.reason().contains("gone or damaged"));
    }

    @Test
    void s2_anArchiveFileIsRenewedBeforeItsTimeStampEndsAndTheOriginalStays() throws Exception {
        Tenant tenant = school.open("renewal", 1);
        school.letter(tenant, "L001");
        List<String> original =
                strings(
                        "select original_sha256 from signed_letter where tenant_id = ?",
                        tenant.id());
        run(tenant);
        // As if the first file's time had come: a second one that is to be renewed at once.
        change(
                "insert into archived_letter select nextval('portal_id'), tenant_id,"
                        + " signed_letter_id, 2, sha256, level, lifted_at, now(), run_id from"
                        + " archived_letter where tenant_id = ?",
                tenant);
        assertThat(step(run(tenant), "archive-files").made()).isEqualTo(1);
        List<String> files = archived(tenant, "a.sha256");
        assertThat(files).hasSize(3);
        byte[] first = blob(original.get(0));
        byte[] second = blob(files.get(0));
        byte[] third = blob(files.get(2));
        assertThat(Arrays.copyOf(second, first.length)).isEqualTo(first);
        assertThat(Arrays.copyOf(third, second.length)).isEqualTo(second);
        for (byte[] file : List.of(first, second, third)) {
            assertThat(seal.verify(file).intact()).isTrue();
        }
        assertThatThrownBy(
                        () ->
                                change(
                                        "update archived_letter set number = 9 where tenant_id = ?",
                                        tenant))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("never changes");
        assertThat(step(run(tenant), "archive-files").read()).isZero();
    }

    private byte[] blob(String sha) throws IOException {
        return Files.readAllBytes(Path.of(data, "blobs", sha.substring(0, 2), sha));
    }
}
