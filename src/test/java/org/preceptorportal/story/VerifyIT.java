package org.preceptorportal.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.house.Chromium;
import org.preceptorportal.house.HouseWithDemo;
import org.preceptorportal.house.Http;
import org.preceptorportal.house.Mailbox;
import org.preceptorportal.house.RunningPortal;

/** A stranger checks letters: by file, by code, by the address in the square code. */
@ExtendWith(HouseWithDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyIT {
    private static final String DROP =
            """
            ([bytes, name]) => {
              const data = Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0));
              const transfer = new DataTransfer();
              transfer.items.add(new File([data], name, { type: "application/pdf" }));
              const form = document.getElementById("file");
              form.dispatchEvent(new DragEvent("dragenter", { dataTransfer: transfer, bubbles: true }));
              form.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
            }
            """;

    private final RunningPortal portal;
    private final Person stranger;
    private final byte[] original;
    private final byte[] upload;
    private final String code;

    VerifyIT(RunningPortal portal, Mailbox mailbox, Chromium chromium, @TempDir Path folder)
            throws IOException {
        this.portal = portal;
        String letter =
                portal.one(
                        "select min(s.id) from signed_letter s join letter l on l.id = s.letter_id"
                                + " join preceptor p on p.id = l.preceptor_id where s.state ="
                                + " 'CURRENT' and p.email = '"
                                + Samples.PRECEPTOR
                                + "'");
        code = portal.one("select verify_code from signed_letter where id = " + letter);
        try (Person author =
                new Person(portal, chromium.phone()).byLink(mailbox, Samples.PRECEPTOR)) {
            Http http = author.http();
            String files = "/api/v1/signed-letters/" + letter;
            original =
                    Files.readAllBytes(
                            http.save(files + "/original.pdf", folder.resolve("original.pdf")));
            upload =
                    Files.readAllBytes(
                            http.save(files + "/upload.pdf", folder.resolve("upload.pdf")));
        }
        stranger = new Person(portal, chromium.desk());
    }

    @AfterAll
    void leave() {
        stranger.close();
    }

    @Test
    void aDroppedOriginalIsGenuineAndNeverLeavesTheBrowser() {
        stranger.go("/verify");
        List<String> posts = posts();
        drop(original);
        finds("GENUINE");
        assertThat(answer()).contains(code, "PAdES-BASELINE").doesNotContain("pages", "bytes");
        assertThat(posts).isEmpty();
        axe();
        assertThat(stranger.complaints()).isEmpty();
    }

    @Test
    void theUploadCopyIsKnownByItsFingerprint() {
        stranger.go("/verify");
        drop(upload);
        finds("GENUINE");
    }

    @Test
    void anAlteredLetterIsLookedIntoOnlyAfterASecondYes() {
        stranger.go("/verify");
        List<String> posts = posts();
        byte[] altered = original.clone();
        altered[altered.length / 3] ^= 1;
        choose(altered);
        finds("UNKNOWN_FILE");
        assertThat(posts).isEmpty();
        page().locator("#look").press("Enter");
        finds("ALTERED");
        assertThat(posts).hasSize(1);
        axe();

        byte[] appended =
                (new String(original, StandardCharsets.ISO_8859_1) + "% more\n%%EOF\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        choose(appended);
        page().locator("#look").click();
        finds("ALTERED");
    }

    @Test
    void strangersFilesAreNotJudged() {
        stranger.go("/verify");
        choose("%PDF-1.7\nnothing\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        page().locator("#look").click();
        finds("NOT_SEALED");
        choose("just words".getBytes(StandardCharsets.US_ASCII));
        page().locator("#look").click();
        finds("NOT_A_PDF");
        byte[] large = new byte[(5 << 20) + 1];
        Arrays.fill(large, (byte) ' ');
        choose(large);
        assertThat(page().locator("#large")).isVisible();
        assertThat(page().locator("#look")).isHidden();
    }

    @Test
    void aCodeIsTypedOrScanned() {
        stranger.go("/verify");
        page().locator("#code").fill(code.toLowerCase().replace("-", " "));
        page().locator("#code").press("Enter");
        finds("GENUINE");
        stranger.go("/verify?code=" + code);
        finds("GENUINE");
        stranger.go("/verify?code=0000-0000-0000");
        finds("UNKNOWN_CODE");
        stranger.go("/verify?code=" + code.substring(0, 9));
        finds("NOT_A_CODE");
        assertThat(page().locator("#answer"))
                .containsText("has 12 letters and digits, yours has 8");
        axe();
    }

    /** The plain form, as a browser without scripts sends it. */
    @Test
    void worksWithoutJavaScript() {
        try (var plain =
                stranger.page()
                        .context()
                        .browser()
                        .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = plain.newPage();
            page.navigate(portal.url("/verify"));
            assertThat(page.locator("#look")).isVisible();
            page.locator("#pdf")
                    .setInputFiles(new FilePayload("letter.pdf", "application/pdf", original));
            page.locator("#look").click();
            assertThat(page.locator("#answer[data-finding='GENUINE']")).isVisible();
        }
    }

    private void drop(byte[] pdf) {
        page().evaluate(DROP, List.of(Base64.getEncoder().encodeToString(pdf), "letter.pdf"));
    }

    private void choose(byte[] bytes) {
        page().locator("#pdf")
                .setInputFiles(new FilePayload("letter.pdf", "application/pdf", bytes));
    }

    private void finds(String finding) {
        assertThat(page().locator("#answer[data-finding='" + finding + "']")).isVisible();
    }

    private String answer() {
        return page().locator("#answer").innerText();
    }

    private List<String> posts() {
        List<String> posts = new java.util.concurrent.CopyOnWriteArrayList<>();
        page().onRequest(
                        request -> {
                            if (request.method().equals("POST")) {
                                posts.add(request.url());
                            }
                        });
        return posts;
    }

    private void axe() {
        assertThat(
                        new AxeBuilder(page())
                                .analyze().getViolations().stream()
                                        .filter(
                                                v ->
                                                        List.of("serious", "critical")
                                                                .contains(v.getImpact()))
                                        .map(v -> v.getId() + " " + v.getNodes())
                                        .toList())
                .isEmpty();
    }

    private Page page() {
        return stranger.page();
    }
}
