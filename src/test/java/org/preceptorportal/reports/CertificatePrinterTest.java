package org.preceptorportal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.judges.VeraPdf;

class CertificatePrinterTest {
    private static final Instant AT = Instant.parse("2026-11-22T22:02:07Z");
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final CertificatePrinter printer = new CertificatePrinter();

    @Test
    void conformsAndSaysWhoHowAndWhen() throws Exception {
        byte[] pdf = printer.print(page(2));
        PdfText.keep("certificate", pdf);
        assertThat(VeraPdf.failures(pdf, "2a")).isEmpty();
        assertThat(VeraPdf.failures(pdf, "ua1")).isEmpty();
        assertThat(PdfText.of(pdf).replaceAll("\\s+", " "))
                .contains(
                        "María Peña-Lindqvist, MD",
                        "one-time code of eight digits",
                        "authenticator app",
                        "The words are mine alone",
                        "2026-11-22 22:02:07 UTC",
                        "5:02:07 PM EST",
                        "I am an author",
                        "K7QF-29TM-XW4D",
                        "01234567 89abcdef",
                        "The applicant waived");
    }

    @Test
    void holdsFiveAuthors() {
        byte[] pdf = printer.print(page(5));
        assertThat(VeraPdf.failures(pdf, "ua1")).isEmpty();
    }

    @Test
    void equalPagesGiveEqualBytes() {
        assertThat(printer.print(page(2))).isEqualTo(printer.print(page(2)));
    }

    private static CertificatePage page(int authors) {
        List<CertificatePage.Signer> signers = new ArrayList<>();
        for (int i = 0; i < authors; i++) {
            signers.add(
                    new CertificatePage.Signer(
                            i == 0 ? "María Peña-Lindqvist, MD" : "Omar Haddad " + i + ", MD",
                            "Department chair\nAttending Physician",
                            "Lakeshore Regional Medical Center",
                            i == 1,
                            "I am an author of this letter and agree with every word of it",
                            AT.plusSeconds(60 * i),
                            ZoneId.of("America/New_York"),
                            i == 0 ? "MAILED_CODE" : "AUTHENTICATOR",
                            i == 0 ? "No. The words are mine alone." : null,
                            i == 0 ? null : "192.0.2.7",
                            HASH,
                            HASH));
        }
        return new CertificatePage(
                4711,
                2,
                "Linh Nguyễn",
                new VerifyLine("https://portal.example.org/verify", "K7QF-29TM-XW4D"),
                AT.plusSeconds(60 * (authors - 1)),
                "Preceptor Portal",
                signers,
                new CertificatePage.Consent(
                        true,
                        "1",
                        "I waive my right to read this letter.",
                        "Linh Nguyễn",
                        AT.minusSeconds(100_000)),
                HASH,
                HASH);
    }
}
