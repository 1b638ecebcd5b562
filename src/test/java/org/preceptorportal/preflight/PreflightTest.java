package org.preceptorportal.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.preceptorportal.preflight.Finding.Item;
import org.preceptorportal.preflight.Finding.Outcome;
import org.preceptorportal.season.Profile;
import org.preceptorportal.shell.Words;

class PreflightTest {
    private static final Profile ERAS =
            new Profile(
                    "eras",
                    "ERAS",
                    Profile.Sent.UPLOAD,
                    1_000_000,
                    500_000,
                    Optional.of(new Profile.PageSize(612, 792)),
                    Set.of(Profile.Forbidden.values()),
                    Optional.of(Pattern.compile("[A-Za-z0-9_]+\\.pdf")),
                    Set.of(Profile.Shown.values()),
                    2);

    private final Preflight preflight = new Preflight();

    @Test
    void findsNothingWrongWithAGoodLetter() {
        List<Finding> all = check(SamplePdf.letter());
        assertThat(all).extracting(Finding::outcome).containsOnly(Outcome.GOOD);
        assertThat(all)
                .extracting(Finding::item)
                .containsExactlyElementsOf(EnumSet.range(Item.SIZE, Item.SIGNER));
    }

    @Test
    void measuresTheFile() {
        Profile tiny = sized(600, 500);
        assertThat(outcome(SamplePdf.letter(), tiny, Item.SIZE)).isEqualTo(Outcome.BAD);
        assertThat(outcome(SamplePdf.letter(), sized(9000, 500), Item.SIZE))
                .isEqualTo(Outcome.DOUBT);
        assertThat(outcome(SamplePdf.pages(3, PDRectangle.LETTER), ERAS, Item.PAGES))
                .isEqualTo(Outcome.DOUBT);
    }

    @Test
    void wantsUprightUsLetter() {
        assertThat(outcome(SamplePdf.pages(1, PDRectangle.A4), ERAS, Item.PAGE_SIZE))
                .isEqualTo(Outcome.BAD);
        byte[] turned = SamplePdf.with(d -> d.getPage(0).setRotation(90));
        assertThat(outcome(turned, ERAS, Item.PAGE_SIZE)).isEqualTo(Outcome.BAD);
        byte[] oneOfTwo = SamplePdf.with(d -> d.addPage(new PDPage(PDRectangle.A4)));
        Finding finding = finding(oneOfTwo, ERAS, Item.PAGE_SIZE);
        assertThat(finding.arguments().get(0)).isEqualTo(2);
        assertThat(said(finding)).contains("Page 2 is 8.3 x 11.7 inches", "8.5 x 11");
    }

    @Test
    void refusesWhatTheServiceForbids() {
        assertThat(outcome(signed(), ERAS, Item.SIGNATURE)).isEqualTo(Outcome.BAD);
        assertThat(outcome(signed(), ERAS, Item.FORM)).isEqualTo(Outcome.GOOD);
        byte[] perms = SamplePdf.catalog("Perms", new COSDictionary());
        assertThat(outcome(perms, ERAS, Item.SIGNATURE)).isEqualTo(Outcome.BAD);
        COSDictionary form = new COSDictionary();
        COSArray fields = new COSArray();
        fields.add(SamplePdf.dictionary("FT", "/Tx", "T", "name"));
        form.setItem(COSName.FIELDS, fields);
        assertThat(outcome(SamplePdf.catalog("AcroForm", form), ERAS, Item.FORM))
                .isEqualTo(Outcome.BAD);
        assertThat(
                        outcome(
                                SamplePdf.catalog(
                                        "AcroForm", SamplePdf.dictionary("XFA", "<xdp/>")),
                                ERAS,
                                Item.FORM))
                .isEqualTo(Outcome.BAD);
        assertThat(outcome(SamplePdf.encrypted(""), ERAS, Item.ENCRYPTION)).isEqualTo(Outcome.BAD);
        byte[] script =
                SamplePdf.catalog(
                        "OpenAction", SamplePdf.dictionary("S", "/JavaScript", "JS", "1"));
        assertThat(outcome(script, ERAS, Item.SCRIPT)).isEqualTo(Outcome.BAD);
        COSDictionary names = new COSDictionary();
        names.setItem("EmbeddedFiles", new COSDictionary());
        assertThat(outcome(SamplePdf.catalog("Names", names), ERAS, Item.ATTACHMENT))
                .isEqualTo(Outcome.BAD);
    }

    @Test
    void wantsASafeName() {
        for (String name : List.of("My letter.pdf", "a-b.pdf", "a.b.pdf", "Brief_José.pdf", "a")) {
            Paper paper = new Paper(SamplePdf.letter(), name, "Jane Doe, MD");
            assertThat(preflight.check(paper, ERAS))
                    .filteredOn(f -> f.item() == Item.FILE_NAME)
                    .singleElement()
                    .extracting(Finding::ok)
                    .isEqualTo(false);
        }
    }

    @Test
    void looksForWhatReadersNeed() {
        for (Item item : List.of(Item.ADDRESS, Item.PHONE, Item.EMAIL, Item.DATE, Item.SIGNER)) {
            byte[] other = lettered("Dear committee, a fine learner of 1999 and 2 merits.");
            assertThat(outcome(other, ERAS, item)).as(item.name()).isEqualTo(Outcome.BAD);
        }
    }

    @Test
    void leavesPicturesToPeople() {
        byte[] scan = SamplePdf.blank();
        for (Item item : List.of(Item.ADDRESS, Item.PHONE, Item.EMAIL, Item.DATE, Item.SIGNER)) {
            assertThat(outcome(scan, ERAS, item)).isEqualTo(Outcome.DOUBT);
        }
    }

    @Test
    void hasWordsForEveryFinding() {
        Words words = new Words();
        for (byte[] pdf :
                List.of(
                        SamplePdf.letter(),
                        SamplePdf.blank(),
                        lettered("nothing"),
                        signed(),
                        SamplePdf.encrypted(""))) {
            for (Finding finding : check(pdf)) {
                assertThat(said(finding)).doesNotContain("{").isNotBlank();
                assertThat(words.say("preflight", "item." + finding.item())).isNotBlank();
                assertThat(words.say("preflight", "outcome." + finding.outcome())).isNotBlank();
            }
        }
    }

    private static String said(Finding finding) {
        return new Words().say("preflight", finding.key(), finding.args());
    }

    private List<Finding> check(byte[] pdf) {
        return preflight.check(new Paper(pdf, "Letter_Doe.pdf", "Jane Doe, MD"), ERAS);
    }

    private Outcome outcome(byte[] pdf, Profile profile, Item item) {
        return finding(pdf, profile, item).outcome();
    }

    private Finding finding(byte[] pdf, Profile profile, Item item) {
        return preflight.check(new Paper(pdf, "Letter_Doe.pdf", "Jane Doe, MD"), profile).stream()
                .filter(f -> f.item() == item)
                .findFirst()
                .orElseThrow();
    }

    private static Profile sized(long max, long good) {
        return new Profile(
                "eras",
                "ERAS",
                Profile.Sent.UPLOAD,
                max,
                good,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Set.of(),
                2);
    }

    private static byte[] lettered(String text) {
        return SamplePdf.saying(text);
    }

    private static byte[] signed() {
        return SamplePdf.with(
                (PDDocument d) -> {
                    try {
                        d.addSignature(new PDSignature());
                        d.getSignatureDictionaries().get(0).setByteRange(new int[] {0, 1, 2, 3});
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
