package org.preceptorportal.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers that belong to one person, ages over 89, rooms and beds, and what shows a body or face.
 */
final class NumberRules {
    /**
     * A word that announces a number.
     *
     * @param kind of the number
     * @param marked whether "number", "#", "ID" or the like must follow
     * @param digits how many digits it has at least
     */
    private record Cue(SafeHarborClass kind, boolean marked, int digits) {}

    private static final Map<String, Cue> CUES = new HashMap<>();

    static {
        cue(SafeHarborClass.MRN, false, 3, "mrn", "mrns", "csn", "mrno");
        cue(
                SafeHarborClass.MRN,
                true,
                3,
                "record",
                "records",
                "chart",
                "mr",
                "fin",
                "har",
                "patient",
                "pt",
                "hospital",
                "med",
                "medrec");
        cue(SafeHarborClass.HEALTH_PLAN, false, 5, "mbi", "hicn");
        cue(
                SafeHarborClass.HEALTH_PLAN,
                true,
                4,
                "member",
                "subscriber",
                "policy",
                "medicare",
                "medicaid",
                "insurance",
                "group",
                "beneficiary",
                "plan",
                "payer",
                "aetna",
                "cigna",
                "humana",
                "anthem",
                "bcbs");
        cue(SafeHarborClass.ACCOUNT, false, 4, "acct", "iban");
        cue(SafeHarborClass.ACCOUNT, true, 4, "account", "billing", "invoice", "card", "bank");
        cue(
                SafeHarborClass.LICENSE,
                true,
                4,
                "license",
                "licence",
                "dl",
                "certificate",
                "passport",
                "permit");
        cue(SafeHarborClass.VEHICLE, false, 2, "plate", "plates", "vin", "vehicle", "tag");
        cue(SafeHarborClass.DEVICE, false, 4, "serial", "imei", "udi", "sn");
        cue(
                SafeHarborClass.DEVICE,
                true,
                4,
                "device",
                "lot",
                "implant",
                "pacemaker",
                "icd",
                "pump");
        cue(SafeHarborClass.SSN, false, 4, "ssn", "social");
        cue(
                SafeHarborClass.OTHER_NUMBER,
                true,
                3,
                "accession",
                "specimen",
                "encounter",
                "visit",
                "case",
                "study",
                "subject",
                "order",
                "claim",
                "confirmation",
                "reference",
                "ticket",
                "inmate",
                "badge",
                "donor",
                "docket",
                "incident",
                "event",
                "tracking",
                "sample",
                "unos",
                "registry",
                "referral",
                "employee",
                "prescription",
                "rx");
        cue(
                SafeHarborClass.OTHER_NUMBER,
                false,
                4,
                "id",
                "accession",
                "identifier",
                "identification");
    }

    private static final Set<String> MARKS =
            Lexicon.set(
                    """
                    # number numbers no num nr id identifier identification
                    """);
    private static final Set<String> SKIPPED =
            Lexicon.set(
                    """
                    # number numbers no num nr id identifier identification : . is was of = - (
                    ending ends in the reads reading card security plate beneficiary last four
                    with \" '
                    """);

    /** Numbers of the learner or of a publication. */
    private static final Pattern OWN =
            Pattern.compile(
                    "\\b(?:npi|ecfmg|aamc|usmle|pmid|pmcid|doi|isbn|cpt|icd|icd-10|grant|irb|acgme|nrmp|fsmb|orcid|eras|abim|comlex|nct|moc|cme|dea)\\b[\\w #:./()-]{0,24}$");

    private static final Set<String> AGE_ENDS = Set.of("old", "o", "age");
    private static final Set<String> UNITS_OF_AGE =
            Set.of("year", "years", "yr", "yrs", "yo", "y", "yof", "yom");
    private static final Pattern JOINED_AGE =
            Pattern.compile("(9\\d|1[01]\\d)(?:yo|y|yr|yrs|yof|yom|yof|year|years|yearold)");
    private static final Pattern SEXED_AGE = Pattern.compile("(9\\d|1[01]\\d)[fmFM]");
    private static final Pattern JOINED_ROOM = Pattern.compile("(?:rm|room|bed)\\d{1,4}[a-d]?");
    private static final Set<String> AFTER_SEXED_AGE =
            Lexicon.set(
                    """
                    with w who presenting presented presents h hx c s admitted pt patient from
                    in found here p on
                    """);
    private static final Set<String> DIGITS =
            Lexicon.set(
                    """
                    one two three four five six seven eight nine ten eleven twelve
                    """);
    private static final Set<String> NOT_A_WARD =
            Lexicon.set(
                    """
                    conference call lecture class meeting zoom operating break breakout team
                    work seminar dining or chat waiting simulation sim skills teaching board
                    locker storage resident residents exam examination every flower river garden
                    """);

    private NumberRules() {}

    private static void cue(SafeHarborClass kind, boolean marked, int digits, String... words) {
        for (String word : words) {
            CUES.putIfAbsent(word, new Cue(kind, marked, digits));
        }
    }

    /** Whether what stands before says that the number is the learner's own or a publication's. */
    static boolean ownNumber(String text, int start) {
        String before = text.substring(Math.max(0, start - 40), start).toLowerCase(Locale.ROOT);
        return OWN.matcher(before).find();
    }

    static void find(Passage p, List<PrivacyHit> hits) {
        for (int i = 0; i < p.size(); i++) {
            Token t = p.at(i);
            if (t.kind() != Token.Kind.MARK) {
                if (!announced(p, i, hits)) {
                    bare(p, i, hits);
                }
                age(p, i, hits);
                room(p, i, hits);
                body(p, i, hits);
            }
        }
    }

    private static boolean announced(Passage p, int i, List<PrivacyHit> hits) {
        boolean serial =
                p.at(i).initial()
                        && p.at(i).raw().equals("S")
                        && p.at(i + 1).is("/")
                        && p.at(i + 2).raw().equals("N");
        Cue cue = CUES.get(serial ? "sn" : p.at(i).low());
        if (cue == null || (p.at(i).low().equals("social") && !socialNumber(p, i))) {
            return false;
        }
        boolean marked = !cue.marked();
        int j = serial ? i + 3 : i + 1;
        while (j - i <= 7 && p.same(i, j) && SKIPPED.contains(p.at(j).low())
                || j - i <= 7 && p.same(i, j) && p.at(j).is(".")) {
            marked |= MARKS.contains(p.at(j).low());
            j++;
        }
        int k = value(p, i, j, cue.kind());
        if (k < 0) {
            return false;
        }
        int digits = digits(p.text, p.at(j).start(), p.at(k).end());
        // A long number needs no "number" before it.
        if (digits < cue.digits()
                || !(marked || digits > 5 && (k == j || cue.kind() == SafeHarborClass.LICENSE))
                || ownNumber(p.text, p.at(j).start())) {
            return false;
        }
        hits.add(new PrivacyHit(p.at(i).start(), p.at(k).end(), cue.kind()));
        return true;
    }

    private static boolean socialNumber(Passage p, int i) {
        String next = p.at(i + 1).low();
        return next.equals("security")
                || MARKS.contains(next)
                || next.equals(":")
                || next.equals("is")
                || p.at(i + 1).number();
    }

    /** The last token of the value that begins at j, or -1. */
    private static int value(Passage p, int i, int j, SafeHarborClass kind) {
        int k = j;
        if (!p.same(i, j)) {
            return -1;
        }
        if (p.at(j).shout() && p.at(j).raw().length() <= 4 || p.at(j).initial()) {
            // ABC 1234, A-1234, D 1234567
            int next = p.at(j + 1).is("-") ? j + 2 : j + 1;
            if (!p.same(j, next) || !p.at(next).number()) {
                return -1;
            }
            k = next;
        } else if (!p.at(j).number()) {
            return -1;
        } else if (kind == SafeHarborClass.VEHICLE
                && (p.at(j + 1).shout() || p.at(j + 1).number())
                && p.beside(j)) {
            return j + 1;
        }
        while (p.touching(k)
                && (p.at(k + 1).is("-") || p.at(k + 1).is(".") || p.at(k + 1).is("/"))
                && p.touching(k + 1)
                && p.at(k + 2).kind() != Token.Kind.MARK) {
            k += 2;
        }
        // 1234 567: a number written in groups.
        while (p.beside(k)
                && p.at(k + 1).number()
                && p.at(k + 1).raw().length() > 2
                && digits(p.text, p.at(k).start(), p.at(k).end()) > 2
                && p.at(k + 1).raw().chars().allMatch(Character::isDigit)) {
            k++;
        }
        return k;
    }

    private static int digits(String text, int start, int end) {
        int n = 0;
        for (int i = start; i < end; i++) {
            n += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return n;
    }

    private static void bare(Passage p, int i, List<PrivacyHit> hits) {
        Token t = p.at(i);
        if (!t.number()) {
            return;
        }
        int digits = digits(t.raw(), 0, t.raw().length());
        boolean only = digits == t.raw().length();
        boolean fraction =
                p.touching(i - 1) && (p.at(i - 1).is(".") || p.at(i - 1).is(","))
                        || p.touching(i) && p.at(i + 1).is(",") && p.touching(i + 1);
        if ((only ? digits >= 7 : digits >= 5 && t.raw().length() >= 7)
                && !fraction
                && !t.low().startsWith("nct")
                && !ownNumber(p.text, t.start())) {
            hits.add(new PrivacyHit(t.start(), t.end(), SafeHarborClass.OTHER_NUMBER));
        }
    }

    private static void age(Passage p, int i, List<PrivacyHit> hits) {
        Token t = p.at(i);
        if (t.number()) {
            if (JOINED_AGE.matcher(t.low()).matches()
                    || SEXED_AGE.matcher(t.raw()).matches()
                            && AFTER_SEXED_AGE.contains(p.at(i + 1).low())) {
                aged(p, i, i, hits);
            } else if (old(t.raw())) {
                int unit = p.at(i + 1).is("-") ? i + 2 : i + 1;
                String low = p.at(unit).low();
                boolean years = UNITS_OF_AGE.contains(low) && p.same(i, unit);
                if (years && !low.equals("y") && !low.startsWith("yo") && !oldFollows(p, unit)) {
                    years =
                            low.startsWith("yr")
                                    && (p.at(unit + 1)
                                            .low()
                                            .matches("m|f|male|female|man|woman|lady"));
                }
                if (low.equals("y")) {
                    years =
                            p.at(unit + 1).is("/")
                                    || p.at(unit + 1).is(".")
                                    || p.at(unit + 1).is("-");
                }
                if (years) {
                    aged(p, i, unit, hits);
                } else if (ageBefore(p, i)) {
                    aged(p, i, i, hits);
                } else if (p.at(i - 1).is(",") && p.at(i - 2).capital() && p.at(i + 1).is(",")) {
                    // "Rosa Delgado, 94, bed 3"
                    aged(p, i, i, hits);
                } else if (p.at(i + 1).low().matches("m|f")
                        && AFTER_SEXED_AGE.contains(p.at(i + 2).low())
                        && p.beside(i)) {
                    aged(p, i, i + 1, hits);
                }
            } else if (p.at(i + 1).low().equals("birthday")
                    && old(t.low().replaceFirst("(?:th|st|nd|rd)$", ""))) {
                hits.add(new PrivacyHit(t.start(), p.at(i + 1).end(), SafeHarborClass.AGE));
            } else if (t.low().equals("90s")) {
                nineties(p, i, hits);
            }
            return;
        }
        switch (t.low()) {
            case "nonagenarian", "centenarian", "supercentenarian" ->
                    hits.add(new PrivacyHit(t.start(), t.end(), SafeHarborClass.AGE));
            case "nineties" -> nineties(p, i, hits);
            case "ninety", "hundred" -> spelled(p, i, hits);
            default -> {}
        }
    }

    private static boolean old(String raw) {
        return (raw.length() == 2 && raw.charAt(0) == '9' && Character.isDigit(raw.charAt(1)))
                || (raw.length() == 3
                        && raw.charAt(0) == '1'
                        && (raw.charAt(1) == '0' || raw.charAt(1) == '1')
                        && Character.isDigit(raw.charAt(2)));
    }

    private static boolean oldFollows(Passage p, int unit) {
        int j = p.at(unit + 1).is("-") || p.at(unit + 1).is(".") ? unit + 2 : unit + 1;
        return p.same(unit, j)
                && (p.at(j).low().equals("old")
                        || p.at(j).low().equals("young")
                        || p.at(j).low().equals("of") && p.at(j + 1).low().equals("age"));
    }

    private static boolean ageBefore(Passage p, int i) {
        String next = p.at(i + 1).low();
        if (next.equals("%")
                || next.equals("mg")
                || next.equals("bpm")
                || next.equals("/")
                || next.equals("percent")) {
            return false;
        }
        int j = i - 1;
        if (p.at(j).is(":")
                || p.at(j).low().equals("of")
                || p.at(j).low().equals("is")
                || p.at(j).low().equals("was")) {
            j--;
        }
        return p.same(i, j)
                && Set.of("age", "aged", "turned", "turning", "turns").contains(p.at(j).low());
    }

    /** The Safe Harbor's own category, "90 or older", is free. */
    private static void aged(Passage p, int i, int last, List<PrivacyHit> hits) {
        String before = p.at(i - 1).low();
        int after = last;
        while (p.same(i, after + 1)
                && after - last < 4
                && Set.of("-", ".", "/", "o", "old", "of", "age").contains(p.at(after + 1).low())) {
            after++;
        }
        String next = p.at(after + 1).low() + " " + p.at(after + 2).low();
        boolean category =
                Set.of("over", "above", ">", "than", "least", "until", "≥").contains(before)
                        || next.startsWith("or older")
                        || next.startsWith("and older")
                        || next.startsWith("or over")
                        || next.startsWith("and over")
                        || next.startsWith("+")
                        || next.startsWith("or above")
                        || next.startsWith("and above");
        if (!category) {
            int end = after;
            while (end > last && !AGE_ENDS.contains(p.at(end).low())) {
                end--;
            }
            hits.add(new PrivacyHit(p.at(i).start(), p.at(end).end(), SafeHarborClass.AGE));
        }
    }

    private static void nineties(Passage p, int i, List<PrivacyHit> hits) {
        int j = i - 1;
        while (Set.of("early", "mid", "late", "-", "'", "very").contains(p.at(j).low())) {
            j--;
        }
        if (Set.of("his", "her", "their", "my").contains(p.at(j).low())
                && p.at(j - 1).low().equals("in")) {
            hits.add(new PrivacyHit(p.at(i).start(), p.at(i).end(), SafeHarborClass.AGE));
        }
    }

    private static void spelled(Passage p, int i, List<PrivacyHit> hits) {
        int j = i + 1;
        while (j - i <= 6
                && p.same(i, j)
                && (p.at(j).is("-")
                        || p.at(j).low().equals("and")
                        || DIGITS.contains(p.at(j).low()))) {
            j++;
        }
        if (p.same(i, j)
                        && p.at(j).low().matches("years?|yo|yrs?")
                        && (oldFollows(p, j) || p.at(j).low().equals("yo"))
                || p.same(i, i - 1) && p.at(i - 1).low().matches("aged|age|turned")) {
            aged(p, i, Math.max(i, j - 1), hits);
        }
    }

    private static void room(Passage p, int i, List<PrivacyHit> hits) {
        Token t = p.at(i);
        if (t.number() && JOINED_ROOM.matcher(t.low()).matches()) {
            hits.add(new PrivacyHit(t.start(), t.end(), SafeHarborClass.ROOM));
            return;
        }
        boolean place =
                t.low().equals("room")
                        || t.low().equals("rm")
                        || t.low().equals("bed")
                        || t.low().equals("bay");
        if (place && !(p.same(i, i - 1) && NOT_A_WARD.contains(p.at(i - 1).low()))) {
            int j = i + 1;
            while (j - i < 4
                    && p.same(i, j)
                    && Set.of("#", "no", "number", ".", ":").contains(p.at(j).low())) {
                j++;
            }
            Token value = p.at(j);
            boolean number =
                    value.number()
                            && value.raw().length() <= 5
                            && value.low().matches("[a-z]?\\d{1,4}[a-z]?");
            boolean letter =
                    value.initial()
                                    && !t.low().equals("bay")
                                    && !value.raw().equals("I")
                                    && !value.raw().equals("A")
                            || value.initial() && j > i + 1;
            boolean count =
                    Lexicon.set(
                                    """
                    unit hospital icu ward % hours minutes patients days
                    """)
                            .contains(p.at(j + 1).low());
            if (p.same(i, j) && (number || letter) && !count) {
                int end = j;
                if (p.touching(j) && p.at(j + 1).is("-") && p.touching(j + 1)) {
                    end = j + 2;
                }
                hits.add(new PrivacyHit(t.start(), p.at(end).end(), SafeHarborClass.ROOM));
            }
        } else if (t.low().equals("in")
                && p.same(i, i - 1)
                && CaseWords.person(p.at(i - 1).low())
                && p.same(i, i + 1)) {
            // "the lady in 412"
            Token value = p.at(i + 1);
            String next = p.at(i + 2).low();
            if (value.low().matches("\\d{3,4}[a-d]?")
                    && !next.matches("%|patients|cases|to|days|hours|minutes|of|ml|mg")
                    && !value.low().matches("(?:19|20)\\d\\d")) {
                hits.add(new PrivacyHit(value.start(), value.end(), SafeHarborClass.ROOM));
            }
        }
    }

    private static void body(Passage p, int i, List<PrivacyHit> hits) {
        String low = p.at(i).low();
        String next = p.at(i + 1).low();
        switch (low) {
            case "fingerprint",
                    "fingerprints",
                    "thumbprint",
                    "voiceprint",
                    "handprint",
                    "faceprint" ->
                    hits.add(
                            new PrivacyHit(
                                    p.at(i).start(), p.at(i).end(), SafeHarborClass.BIOMETRIC));
            case "iris", "palm", "voice", "facial", "face" -> {
                boolean biometric =
                        next.equals("recognition") && !low.equals("palm")
                                || next.equals("print")
                                || next.equals("scan")
                                        && !low.equals("facial")
                                        && !low.equals("voice")
                                || next.equals("id") && low.equals("face");
                if (biometric) {
                    hits.add(
                            new PrivacyHit(
                                    p.at(i).start(), p.at(i + 1).end(), SafeHarborClass.BIOMETRIC));
                }
            }
            case "photo",
                    "photos",
                    "photograph",
                    "photographs",
                    "picture",
                    "pictures",
                    "selfie",
                    "selfies",
                    "headshot",
                    "snapshot",
                    "video" ->
                    picture(p, i, hits);
            default -> {}
        }
    }

    private static void picture(Passage p, int i, List<PrivacyHit> hits) {
        boolean ofSomebody = false;
        for (int j = i + 1; j <= i + 6 && p.same(i, j) && !p.at(j).is(","); j++) {
            String low = p.at(j).low();
            ofSomebody |=
                    low.equals("face")
                            || low.equals("faces")
                            || CaseWords.person(low) && p.at(i + 1).low().equals("of")
                            || low.equals("attached")
                            || low.equals("enclosed");
        }
        Token before = p.at(i - 1);
        ofSomebody |=
                p.same(i, i - 1)
                        && (before.possessive() && CaseWords.person(before.low())
                                || before.low().equals("face")
                                || before.low().equals("attached")
                                || before.low().equals("facial"));
        ofSomebody |= p.at(i).low().startsWith("selfie") && p.at(i + 1).low().equals("with");
        if (ofSomebody) {
            hits.add(new PrivacyHit(p.at(i).start(), p.at(i).end(), SafeHarborClass.PHOTO));
        }
    }
}
