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
        if (text.indexOf('@') >= 0) {
            all(EMAIL, text, SafeHarborClass.EMAIL, hits);
        }
        if (text.contains(" dot ")) {
            all(SPOKEN_EMAIL, text, SafeHarborClass.EMAIL, hits);
        }
        if (text.indexOf('.') >= 0 || text.contains("://")) {
            urls(text, hits);
        }
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        if (digits < 4) {
            return;
        }
        for (Matcher m = IP4.matcher(text); m.find(); ) {
            boolean octets = true;
            for (String part : m.group().split("\\.", -1)) {
                octets &= Integer.parseInt(part) < 256;
            }
            if (octets) {
                hits.add(new PrivacyHit(m.start(), m.end(), SafeHarborClass.IP));
            }
        }
        if (text.indexOf(':') >= 0) {
            for (Matcher m = IP6.matcher(text); m.find(); ) {
                String address = m.group();
                long colons = address.chars().filter(c -> c == ':').count();
                // Not a time such as 10:30:15.
                if (address.contains("::") || colons > 3) {
                    hits.add(new PrivacyHit(m.start(), m.end(), SafeHarborClass.IP));
                }
            }
        }
        all(SSN, text, SafeHarborClass.SSN, hits);
        for (Matcher m = PHONE.matcher(text); m.find(); ) {
            if (!NumberRules.ownNumber(text, m.start())) {
                hits.add(new PrivacyHit(m.start(), m.end(), phoneOrFax(text, m.start(), m.end())));
            }
        }
        for (Matcher m = SHORT_PHONE.matcher(text); m.find(); ) {
            String before = text.substring(Math.max(0, m.start() - 30), m.start());
            if (CALL.matcher(before).find() || FAX.matcher(before).find()) {
                hits.add(new PrivacyHit(m.start(), m.end(), phoneOrFax(text, m.start(), m.end())));
            }
        }
    }

    private static SafeHarborClass phoneOrFax(String text, int start, int end) {
        String around =
                text.substring(Math.max(0, start - 25), start)
                        + "|"
                        + text.substring(end, Math.min(text.length(), end + 6));
        return FAX.matcher(around).find() ? SafeHarborClass.FAX : SafeHarborClass.PHONE;
    }

    private static void urls(String text, List<PrivacyHit> hits) {
        for (Matcher m = URL.matcher(text); m.find(); ) {
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
            Pattern pattern, String text, SafeHarborClass kind, List<PrivacyHit> hits) {
        for (Matcher m = pattern.matcher(text); m.find(); ) {
            hits.add(new PrivacyHit(m.start(), m.end(), kind));
        }
    }
}
