package org.preceptorportal.house;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real browser, as a phone or as a desk. */
public final class Chromium implements AutoCloseable {
    private static final int PATIENCE = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create();
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(program())
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    /** A phone with its own cookies, in daylight. */
    public BrowserContext phone() {
        return phone(ColorScheme.LIGHT);
    }

    public BrowserContext phone(ColorScheme scheme) {
        return context(
                new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setHasTouch(true)
                        .setIsMobile(true),
                scheme);
    }

    /** A desk with its own cookies, in daylight. */
    public BrowserContext desk() {
        return desk(ColorScheme.LIGHT);
    }

    public BrowserContext desk(ColorScheme scheme) {
        return context(new Browser.NewContextOptions().setViewportSize(1280, 900), scheme);
    }

    private BrowserContext context(Browser.NewContextOptions options, ColorScheme scheme) {
        BrowserContext context =
                browser.newContext(
                        options.setColorScheme(scheme)
                                // A picture or a measure must not meet a half-faded color.
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setTimezoneId("America/New_York")
                                .setLocale("en-US")
                                .setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /** Pictures of all that is open, to see what went wrong. */
    void keepPictures(Path folder, String name) {
        int number = 0;
        for (BrowserContext context : browser.contexts()) {
            for (Page page : context.pages()) {
                number++;
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(folder.resolve(name + "-" + number + ".png"))
                                .setFullPage(true));
            }
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path program() {
        Stream<Path> onPath =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, "chromium"));
        Stream<Path> mac = Stream.of(Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
        return Stream.concat(onPath, mac)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is needed on the PATH"));
    }
}
