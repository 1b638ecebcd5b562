package org.preceptorportal.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.preceptorportal.preflight.Finding;
import org.preceptorportal.preflight.Paper;
import org.preceptorportal.preflight.Preflight;
import org.preceptorportal.preflight.TextPreflight;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.reports.Printed;
import org.preceptorportal.season.Profile;
import org.preceptorportal.season.Profile.Sent;
import org.preceptorportal.season.Profile.Shown;
import org.preceptorportal.season.SeasonServices;
import org.preceptorportal.season.TextProfile;
import org.preceptorportal.shell.FileName;
import org.preceptorportal.shell.Words;

/** Lets no rendition out that its service would refuse (RE-3). */
@ApplicationScoped
class Gate {
    @Inject Preflight preflight;
    @Inject TextPreflight texts;
    @Inject SeasonServices services;
    @Inject Words words;

    /**
     * What is known of a file that was drawn here need not be read out of it.
     *
     * @throws PreflightFailed with what is wrong, in plain words
     */
    void needDrawn(Printed file, LetterPage page, Sent sent) {
        need(
                new Paper(
                        file.pdf(),
                        fileName(page.authorName()),
                        page.authorName(),
                        Optional.of(new Paper.Drawn(file.pages(), shown(page)))),
                sent);
    }

    /**
     * @throws PreflightFailed as {@link #needDrawn}
     */
    void needBrought(byte[] pdf, String author, Sent sent) {
        need(paper(pdf, author), sent);
    }

    /**
     * @param plain the page's words without layout
     * @throws PreflightFailed as {@link #needDrawn}
     */
    void needText(String plain, LetterPage page) {
        for (TextProfile profile : services.current().texts()) {
            need(
                    profile.name(),
                    texts.check(plain, page.authorName(), Optional.of(shown(page)), profile));
        }
    }

    /** A file that somebody else made: it is read. */
    static Paper paper(byte[] pdf, String author) {
        return new Paper(pdf, fileName(author), author, Optional.empty());
    }

    private void need(Paper paper, Sent sent) {
        List<Profile> profiles =
                services.current().profiles().stream()
                        .filter(profile -> profile.rendition() == sent)
                        .toList();
        preflight
                .check(paper, profiles)
                .forEach((profile, findings) -> need(profile.name(), findings));
    }

    private void need(String service, List<Finding> findings) {
        List<String> wrong =
                findings.stream()
                        .filter(finding -> !finding.ok())
                        .map(f -> words.say("preflight", f.key(), f.args()))
                        .toList();
        if (!wrong.isEmpty()) {
            throw new PreflightFailed(service, wrong);
        }
    }

    /** Letters, digits and underscores only: services refuse other names. */
    static String fileName(String author) {
        return "Letter_"
                + FileName.asWritten(author, "author").replaceAll("[^A-Za-z0-9]", "_")
                + ".pdf";
    }

    private static Set<Shown> shown(LetterPage page) {
        Set<Shown> shown = EnumSet.of(Shown.DATE, Shown.SIGNER);
        if (page.letterhead().addressLines().stream().anyMatch(line -> !line.isBlank())) {
            shown.add(Shown.ADDRESS);
        }
        if (!blank(page.letterhead().phone())) {
            shown.add(Shown.PHONE);
        }
        if (!blank(page.letterhead().email())) {
            shown.add(Shown.EMAIL);
        }
        return shown;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
