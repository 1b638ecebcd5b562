package org.preceptorportal.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.preceptorportal.house.Http;
import org.preceptorportal.house.Mailbox;
import org.preceptorportal.house.RunningPortal;

/** Somebody with a browser of their own. */
final class Person implements AutoCloseable {
    static final String DEMO_PASSWORD = "northgate-demo";
    private static final Pattern SIGN_IN = Pattern.compile(".*/access/sign-in.*");

    private final RunningPortal portal;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Person(RunningPortal portal, BrowserContext context) {
        this.portal = portal;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(page.url() + ": " + message.text());
                    }
                });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    /** Signs in as staff of the demo do. */
    Person byPassword(String email) {
        go("/access/sign-in");
        field("byPassword:staffEmail").fill(email);
        field("byPassword:password").fill(DEMO_PASSWORD);
        field("byPassword:enter").click();
        assertThat(page).not().hasURL(SIGN_IN);
        return this;
    }

    /** Asks for a link, waits for the mail, opens it and signs in. */
    Person byLink(Mailbox mailbox, String email) {
        String link = askForLink(mailbox, email);
        page.navigate(link);
        field("link:enter").click();
        assertThat(page).not().hasURL(Pattern.compile(".*/access/.*"));
        return this;
    }

    /** Asks for a link on the sign-in page; the address that came by mail. */
    String askForLink(Mailbox mailbox, String email) {
        Instant before = Instant.now();
        go("/access/sign-in");
        field("byLink:email").fill(email);
        field("byLink:send").click();
        assertThat(page).hasURL(Pattern.compile(".*sent=yes.*"));
        return mailbox.await(email, before, mail -> mail.body().contains("/access/link?t="))
                .link("/access/link?t=");
    }

    /**
     * @param path with its slash
     */
    Person go(String path) {
        page.navigate(portal.url(path));
        return this;
    }

    /** An element by its id, colons and all. */
    Locator field(String id) {
        return page.locator("[id='" + id + "']");
    }

    /** The first link or button whose words begin like this. */
    Locator press(String words) {
        return page.locator("a, button, input[type=submit]")
                .filter(new Locator.FilterOptions().setVisible(true))
                .and(
                        page.locator(
                                "a:has-text('%1$s'), button:has-text('%1$s'), input[value^='%1$s']"
                                        .formatted(words)))
                .first();
    }

    Page page() {
        return page;
    }

    /** The text that a person sees. */
    String text() {
        return page.locator("body").innerText();
    }

    /** Requests without the browser, in this person's session. */
    Http http() {
        return Http.session(portal, cookies());
    }

    String cookies() {
        return context.cookies(portal.url("/")).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    /** Goes on in another person's session, as if signed in here. */
    void takeOver(Person other) {
        context.addCookies(
                other.context.cookies().stream()
                        .map(
                                cookie ->
                                        new Cookie(cookie.name, cookie.value)
                                                .setDomain(cookie.domain)
                                                .setPath(cookie.path))
                        .toList());
    }

    /** What the browser's console complained of: script errors, refused content. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
