package org.preceptorportal.preflight;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.preceptorportal.preflight.Finding.Item;
import org.preceptorportal.preflight.Finding.Outcome;
import org.preceptorportal.season.Profile;
import org.preceptorportal.season.Profile.Forbidden;
import org.preceptorportal.season.Profile.Shown;

/** Holds a file against what a service asks for, and says in plain words what is wrong. */
@ApplicationScoped
public class Preflight {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    /** Seven digits and more, as phones are written: (510) 555-0142, +44 20 7946 0018. */
    private static final Pattern PHONE =
            Pattern.compile(
                    "(?<![\\d/])\\+?\\(?\\d{1,4}\\)?([ .\\u2010-\\u2013/()-]{0,2}\\d){6,12}");

    /** A line with a house number, or one with a state and its ZIP code. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?m)\\b\\d{1,6} [^\\n]*\\b(street|st|avenue|ave|road|rd|drive|dr|lane|ln|way"
                            + "|boulevard|blvd|court|ct|place|pl|plaza|parkway|pkwy|square|sq"
                            + "|highway|hwy|circle|terrace|suite|floor)\\b"
                            + "|\\b[a-z]{2} \\d{5}(-\\d{4})?\\b|p\\.? ?o\\.? box \\d+");

    private static final Pattern DATE =
            Pattern.compile(
                    "\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2},? \\d{4}"
                            + "|\\b\\d{1,2}\\.?(st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
                            + "|nov|dec)[a-z]*\\.?,? \\d{4}"
                            + "|\\b\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}\\b");

    static final Map<Shown, Item> SHOWN =
            Map.of(
                    Shown.ADDRESS, Item.ADDRESS,
                    Shown.PHONE, Item.PHONE,
                    Shown.EMAIL, Item.EMAIL,
                    Shown.DATE, Item.DATE,
                    Shown.SIGNER, Item.SIGNER);

    /** Findings of all items that the profile asks about, in the order of {@link Item}. */
    public List<Finding> check(Paper paper, Profile profile) {
        return findings(paper, PdfLook.at(paper), profile);
    }

    /** The same for several services; the file is read once. */
    public Map<Profile, List<Finding>> check(Paper paper, List<Profile> profiles) {
        PdfLook look = PdfLook.at(paper);
        Map<Profile, List<Finding>> all = new LinkedHashMap<>();
        profiles.forEach(profile -> all.put(profile, findings(paper, look, profile)));
        return all;
    }

    private static List<Finding> findings(Paper paper, PdfLook look, Profile profile) {
        List<Finding> found = new ArrayList<>();
        found.add(size(look.bytes(), profile));
        if (!look.readable()) {
            found.add(Finding.of(Item.ENCRYPTION, Outcome.BAD));
            return found;
        }
        found.add(
                Finding.of(
                        Item.PAGES,
                        look.pages().size() > profile.goodPages() ? Outcome.DOUBT : Outcome.GOOD,
                        look.pages().size(),
                        profile.goodPages()));
        profile.page().ifPresent(size -> found.add(pageSize(look, size)));
        forbidden(found, look, profile);
        profile.fileName()
                .ifPresent(
                        name ->
                                found.add(
                                        Finding.of(
                                                Item.FILE_NAME,
                                                name.matcher(paper.fileName()).matches()
                                                        ? Outcome.GOOD
                                                        : Outcome.BAD,
                                                paper.fileName())));
        for (Shown shown : Shown.values()) {
            if (profile.shows().contains(shown)) {
                found.add(shown(shown, look, paper));
            }
        }
        return found;
    }

    private static Finding size(long bytes, Profile profile) {
        Outcome outcome =
                bytes > profile.maxBytes()
                        ? Outcome.BAD
                        : bytes > profile.goodBytes() ? Outcome.DOUBT : Outcome.GOOD;
        return Finding.of(
                Item.SIZE,
                outcome,
                FileSize.words(bytes),
                FileSize.words(
                        outcome == Outcome.DOUBT ? profile.goodBytes() : profile.maxBytes()));
    }

    private static Finding pageSize(PdfLook look, Profile.PageSize size) {
        for (int i = 0; i < look.pages().size(); i++) {
            PdfLook.Page page = look.pages().get(i);
            if (!page.is(size)) {
                return Finding.of(
                        Item.PAGE_SIZE,
                        Outcome.BAD,
                        i + 1,
                        inches(page.rotation() % 180 == 0 ? page.width() : page.height()),
                        inches(page.rotation() % 180 == 0 ? page.height() : page.width()),
                        inches(size.width()),
                        inches(size.height()),
                        page.rotation());
            }
        }
        return Finding.of(
                Item.PAGE_SIZE, Outcome.GOOD, inches(size.width()), inches(size.height()));
    }

    private static String inches(float points) {
        String text = String.format(java.util.Locale.US, "%.1f", points / 72);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static void forbidden(List<Finding> found, PdfLook look, Profile profile) {
        PdfLook.Parts parts = look.parts();
        Map<Forbidden, Boolean> has =
                Map.of(
                        Forbidden.SIGNATURE, parts.signature(),
                        Forbidden.FORM, parts.form(),
                        Forbidden.ENCRYPTION, look.encrypted(),
                        Forbidden.SCRIPT, parts.script(),
                        Forbidden.ATTACHMENT, parts.attachment());
        for (Forbidden part : Forbidden.values()) {
            if (profile.forbid().contains(part)) {
                found.add(
                        Finding.of(
                                Item.valueOf(part.name()),
                                has.get(part) ? Outcome.BAD : Outcome.GOOD));
            }
        }
    }

    /** A scan has no words that we can read: a person must look. */
    private static Finding shown(Shown shown, PdfLook look, Paper paper) {
        Item item = SHOWN.get(shown);
        String signer = paper.signer();
        if (paper.drawn().isPresent()) {
            boolean known = paper.drawn().get().shown().contains(shown);
            return Finding.of(item, known ? Outcome.GOOD : Outcome.BAD, signer);
        }
        if (look.text().isBlank()) {
            return Finding.of(item, Outcome.DOUBT, signer);
        }
        return Finding.of(
                item, stands(shown, look.text(), signer) ? Outcome.GOOD : Outcome.BAD, signer);
    }

    /**
     * Whether words show what a reader looks for.
     *
     * @param text {@link PdfLook#bare}
     */
    static boolean stands(Shown shown, String text, String signer) {
        return switch (shown) {
            case ADDRESS -> ADDRESS.matcher(text).find();
            case PHONE -> PHONE.matcher(text).find();
            case EMAIL -> EMAIL.matcher(text).find();
            case DATE -> DATE.matcher(text).find();
            case SIGNER -> names(text, signer);
        };
    }

    /** Credentials and middle names may be written otherwise; first and last name are there. */
    private static boolean names(String text, String signer) {
        String[] words = PdfLook.bare(signer.split(",")[0]).strip().split("\\s+");
        return text.contains(words[0]) && text.contains(words[words.length - 1]);
    }
}
