package org.preceptorportal.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to reach somebody: mail, web, telephone; and the social security number by its shape. */
final class ContactRules {
    private static final Pattern EMAIL =
            Pattern.compile("[\\w.+%-]{1,64}+@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+");
    private static final Pattern SPOKEN_EMAIL =
            Pattern.compile(
                    "[\\w.]{2,64}+ at [\\w-]{2,63}+ dot (?:com|org|net|edu|gov)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern URL =
            Pattern.compile(
                    "(?:https?://|www\\.)[^\\s<>()\"]+|(?<![\\w@.-])[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,4}"
                            + "\\.(?:com|org|net|edu|gov|io|info)\\b(?:/[^\\s<>()\"]*)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern IP4 =
            Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.]*\\d)");
    private static final Pattern IP6 =
            Pattern.compile(
                    "(?<![\\w:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6}(?![\\w:])",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SSN =
            Pattern.compile(
                    "(?<![\\w-])(?:\\d{3}|[xX*]{3})[- ](?:\\d{2}|[xX*]{2})[- ]\\d{4}(?![\\w-])");
    private static final Pattern PHONE =
            Pattern.compile(
                    "(?<![\\w.+-])(?:\\+?1[ .-]?)?(?:\\(\\d{3}\\) ?|\\d{3}[ .-]?)\\d{3}[ .-]\\d{4}(?![\\w-])"
                            + "|(?<!\\w)\\+\\d{1,3}(?:[ .-]?\\(?\\d{1,4}\\)?){2,5}(?!\\w)"
                            + "|(?<![\\w.+-])1?\\d{10}(?!\\w)");
    private static final Pattern SHORT_PHONE =
            Pattern.compile("(?<![\\w.+/-])\\d{3}[ .-]\\d{4}(?![\\w-])");
    private static final Pattern CALL =
            Pattern.compile(
                    "\\b(?:phone|cell|mobile|tel|telephone|call|called|calls|callback|reach|reached|"
                            + "reachable|text|texted|pager|number|dial|contact|home)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final String FIGURES = "0123456789()+-. xX*";
    private static final Pattern FAX = Pattern.compile("\\bfax", Pattern.CASE_INSENSITIVE);

    /** Sites for physicians: an address there points at no patient. */
    private static final Set<String> LIBRARIES =
            Lexicon.set(
                    """
                    uptodate.com pubmed.gov nih.gov cdc.gov who.int mdcalc.com medscape.com
                    nejm.org jamanetwork.com bmj.com thelancet.com cochranelibrary.com aafp.org
                    acponline.org acgme.org aamc.org ecfmg.org usmle.org amboss.com uworld.com
                    openevidence.com radiopaedia.org epocrates.com dynamed.com lexi.com fda.gov
                    ama-assn.org cms.gov wikipedia.org aap.org acog.org acc.org heart.org
                    idsociety.org merckmanuals.com statpearls.com healthychildren.org
                    choosingwisely.org uspreventiveservicestaskforce.org litfl.com emcrit.org
                    wikem.org osmosis.org nbme.org nrmp.org freida.ama-assn.org
                    clinicaltrials.gov doi.org healthline.com
                    """);

    private ContactRules() {}

    static void find(Passage passage, List<PrivacyHit> hits) {
        String text = passage.text;
        if (text.contains(" dot ")) {
            Matcher m = SPOKEN_EMAIL.matcher(text);
            while (m.find()) {
                hits.add(new PrivacyHit(m.start(), m.end(), SafeHarborClass.EMAIL));
            }
        }
        words(text, hits);
        figures(text, hits);
    }

    /** Addresses have no blank: only runs of characters that hold their marks are looked at. */
    private static void words(String text, List<PrivacyHit> hits) {
        int length = text.length();
        for (int i = 0; i < length; ) {
            int start = i;
            boolean at = false;
            int dots = 0;
            int colons = 0;
            boolean slashes = false;
            for (; i < length && !Character.isWhitespace(text.charAt(i)); i++) {
                char c = text.charAt(i);
                boolean inside = i + 1 < length && !Character.isWhitespace(text.charAt(i + 1));
                at |= c == '@';
                dots += c == '.' && inside ? 1 : 0;
                colons += c == ':' ? 1 : 0;
                slashes |= c == '/' && inside && text.charAt(i + 1) == '/';
            }
            if (at) {
                all(EMAIL, text, start, i, SafeHarborClass.EMAIL, hits);
            }
            if (dots > 0 || slashes) {
                urls(text, start, i, hits);
            }
            if (dots > 2) {
                numbers4(text, start, i, hits);
            }
            if (colons > 2) {
                numbers6(text, start, i, hits);
            }
            i++;
        }
    }

    private static void numbers4(String text, int from, int to, List<PrivacyHit> hits) {
        for (Matcher m = within(IP4, text, from, to); m.find(); ) {
            boolean octets = true;
            for (String part : m.group().split("\\.", -1)) {
                octets &= Integer.parseInt(part) < 256;
            }
            if (octets) {
                hits.add(new PrivacyHit(m.start(), m.end(), SafeHarborClass.IP));
            }
        }
    }

    private static void numbers6(String text, int from, int to, List<PrivacyHit> hits) {
        for (Matcher m = within(IP6, text, from, to); m.find(); ) {
            String address = m.group();
            // Not a time such as 10:30:15.
            if (address.contains("::") || address.chars().filter(c -> c == ':').count() > 3) {
                hits.add(new PrivacyHit(m.start(), m.end(), SafeHarborClass.IP));
            }
        }
    }

    /** Telephone and social security numbers: only runs of figures that are long enough. */
    private static void figures(String text, List<PrivacyHit> hits) {
        int length = text.length();
        for (int i = 0; i < length; ) {
            int start = i;
            int digits = 0;
            int hidden = 0;
            for (; i < length && FIGURES.indexOf(text.charAt(i)) >= 0; i++) {
                char c = text.charAt(i);
                digits += c >= '0' && c <= '9' ? 1 : 0;
                hidden += c == 'x' || c == 'X' || c == '*' ? 1 : 0;
            }
            if (digits >= 7 || digits >= 4 && hidden >= 5) {
                all(SSN, text, start, i, SafeHarborClass.SSN, hits);
                for (Matcher m = within(PHONE, text, start, i); m.find(); ) {
                    if (!NumberRules.ownNumber(text, m.start())) {
                        SafeHarborClass kind = phoneOrFax(text, m.start(), m.end());
                        hits.add(new PrivacyHit(m.start(), m.end(), kind));
                    }
                }
                for (Matcher m = within(SHORT_PHONE, text, start, i); m.find(); ) {
                    String before = text.substring(Math.max(0, m.start() - 30), m.start());
                    if (CALL.matcher(before).find() || FAX.matcher(before).find()) {
                        SafeHarborClass kind = phoneOrFax(text, m.start(), m.end());
                        hits.add(new PrivacyHit(m.start(), m.end(), kind));
                    }
                }
            }
            i = Math.max(i, start + 1);
        }
    }

    private static SafeHarborClass phoneOrFax(String text, int start, int end) {
        String around =
                text.substring(Math.max(0, start - 25), start)
                        + "|"
                        + text.substring(end, Math.min(text.length(), end + 6));
        return FAX.matcher(around).find() ? SafeHarborClass.FAX : SafeHarborClass.PHONE;
    }

    private static void urls(String text, int from, int to, List<PrivacyHit> hits) {
        for (Matcher m = within(URL, text, from, to); m.find(); ) {
            int end = m.end();
            while (end > m.start() && ".,;:!?'".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            String host =
                    text.substring(m.start(), end)
                            .toLowerCase(Locale.ROOT)
                            .replaceFirst("^https?://", "")
                            .replaceFirst("[/?#:].*$", "");
            boolean library =
                    LIBRARIES.stream().anyMatch(l -> host.equals(l) || host.endsWith("." + l));
            if (!library && end > m.start()) {
                hits.add(new PrivacyHit(m.start(), end, SafeHarborClass.URL));
            }
        }
    }

    private static void all(
            Pattern pattern,
            String text,
            int from,
            int to,
            SafeHarborClass kind,
            List<PrivacyHit> hits) {
        for (Matcher m = within(pattern, text, from, to); m.find(); ) {
            hits.add(new PrivacyHit(m.start(), m.end(), kind));
        }
    }

    /** Finds in a part of the text, and sees what stands around it. */
    private static Matcher within(Pattern pattern, String text, int from, int to) {
        return pattern.matcher(text).region(from, to).useTransparentBounds(true);
    }
}
