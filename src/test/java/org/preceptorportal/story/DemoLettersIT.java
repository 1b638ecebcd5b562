package org.preceptorportal.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preceptorportal.house.HouseWithDemo;
import org.preceptorportal.house.RunningPortal;
import org.preceptorportal.judges.Dss;
import org.preceptorportal.judges.Pdfsig;
import org.preceptorportal.judges.Qpdf;
import org.preceptorportal.judges.VeraPdf;

/** Every signed letter of the demo season, of every state, before judges that are not ours. */
@ExtendWith(HouseWithDemo.class)
class DemoLettersIT {
    private static final Dss GENUINE = new Dss("PAdES-BASELINE-T", "TOTAL_PASSED", "");

    private final RunningPortal portal;

    DemoLettersIT(RunningPortal portal) {
        this.portal = portal;
    }

    /** A signed version; {@code own} when the author brought the file, which need be no PDF/A. */
    private record Version(long id, String state, int authors, boolean own, Path file, Path copy) {}

    @Test
    void everySignedLetterStandsBeforeForeignJudges()
            throws IOException, GeneralSecurityException, SQLException {
        List<X509Certificate> trusted = Packet.authorities(portal.data());
        Instant now = Instant.now();
        SoftAssertions all = new SoftAssertions();
        List<Version> versions = versions();
        for (Version version : versions) {
            byte[] bytes = Files.readAllBytes(version.file());
            for (Instant at : List.of(now, now.plus(Duration.ofDays(365)))) {
                all.assertThat(Dss.judgeAll(bytes, trusted, at))
                        .as("DSS, %s at %s", version, at)
                        .hasSize(version.authors())
                        .containsOnly(GENUINE);
            }
            Pdfsig pdfsig = Pdfsig.judge(version.file());
            all.assertThat(pdfsig.valid() && pdfsig.wholeFile()).as(pdfsig.said()).isTrue();
            all.assertThat(pdfsig.signatures()).isEqualTo(version.authors());
            all.assertThat(Qpdf.check(version.file()).sound()).as("qpdf, %s", version).isTrue();
            if (!version.own()) {
                all.assertThat(VeraPdf.failures(bytes, "2a")).as("2a, %s", version).isEmpty();
                all.assertThat(VeraPdf.failures(bytes, "ua1")).as("ua1, %s", version).isEmpty();
            }
            all.assertThat(Pdfsig.judge(version.copy()).signatures())
                    .as("signatures in the copy for upload, %s", version)
                    .isZero();
            all.assertThat(Qpdf.check(version.copy()).sound()).as("copy, %s", version).isTrue();
            all.assertThat(Files.size(version.copy())).as("%s", version).isLessThan(500_000);
        }
        all.assertAll();
        assertThat(versions).hasSizeGreaterThan(80);
        assertThat(versions).extracting(Version::state).contains("SUPERSEDED", "WITHDRAWN");
        assertThat(versions).extracting(Version::authors).contains(2);
    }

    private List<Version> versions() throws SQLException {
        List<Version> versions = new ArrayList<>();
        try (Connection c = portal.database();
                Statement select = c.createStatement();
                ResultSet row =
                        select.executeQuery(
                                "select s.id, s.state, coalesce(r.authors, 1), l.kind,"
                                        + " s.original_sha256, s.upload_sha256 from signed_letter s"
                                        + " join letter l on l.id = s.letter_id"
                                        + " left join signing_round r on r.id = s.round_id"
                                        + " order by s.id")) {
            while (row.next()) {
                versions.add(
                        new Version(
                                row.getLong(1),
                                row.getString(2),
                                row.getInt(3),
                                "OWN_PDF".equals(row.getString(4)),
                                blob(row.getString(5)),
                                blob(row.getString(6))));
            }
        }
        return versions;
    }

    private Path blob(String sha256) {
        return portal.data().resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
