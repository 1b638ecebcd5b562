package org.preceptorportal.privacy;

import java.util.List;
import java.util.Set;

/** Places smaller than a state, where they say where a patient lives or comes from. */
final class PlaceRules {
    private static final Set<String> STREETS =
            Lexicon.set(
                    """
                    st street ave avenue rd road blvd boulevard ln lane ct court place terrace
                    way pkwy parkway hwy highway circle cir drive dr square trail turnpike alley
                    """);
    private static final Set<String> LONG_STREETS =
            Set.of("street", "avenue", "road", "boulevard", "lane");
    private static final Set<String> STATES =
            Lexicon.set(
                    """
                    al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo
                    mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy
                    dc pr
                    """);
    private static final Set<String> LIVES =
            Lexicon.set(
                    """
                    lives living lived live resides residing resided reside homeless shelter
                    stays staying housed incarcerated evicted resident residence home
                    """);

    /** Said of learners too. */
    private static final Set<String> RAISED =
            Lexicon.set("born raised grew native retired works commutes farms hails moved");

    private static final Set<String> FROM =
            Lexicon.set(
                    """
                    in at near from of to outside around on
                    """);
    private static final Set<String> MOVED =
            Lexicon.set(
                    """
                    transferred airlifted flown transported arrived ambulance ems helicopter
                    found crash accident collapsed shooting fire brought drove drives travels
                    """);
    private static final Set<String> HOMES =
            Lexicon.set(
                    """
                    apartments apartment manor reservation shelter correctional prison jail
                    penitentiary projects condominiums estates trailer nursing assisted senior
                    retirement convent monastery village elementary township parish borough
                    """);

    private PlaceRules() {}

    static void find(Passage p, List<PrivacyHit> hits) {
        for (int i = 0; i < p.size(); i++) {
            Token t = p.at(i);
            if (t.number()) {
                address(p, i, hits);
                postalCode(p, i, hits);
            } else if (t.word()) {
                home(p, i, hits);
                kindOfPlace(p, i, hits);
            }
        }
    }

    private static void address(Passage p, int i, List<PrivacyHit> hits) {
        if (p.at(i - 1).low().equals("box")
                && (p.at(i - 2).low().equals("po")
                        || p.at(i - 2).is(".")
                        || p.at(i - 2).low().equals("o"))) {
            hits.add(new PrivacyHit(p.at(i - 1).start(), p.at(i).end(), SafeHarborClass.PLACE));
            return;
        }
        if (Set.of("apt", "apartment").contains(p.at(i - 1).low())
                || p.at(i - 1).is("#") && p.at(i - 2).low().equals("apt")
                || p.at(i - 1).is(".") && p.at(i - 2).low().equals("apt")) {
            hits.add(new PrivacyHit(p.at(i - 1).start(), p.at(i).end(), SafeHarborClass.PLACE));
            return;
        }
        if (!p.at(i).raw().matches("\\d{1,5}[A-Za-z]?")) {
            return;
        }
        for (int j = i + 1; j <= i + 4 && p.same(i, j); j++) {
            Token t = p.at(j);
            boolean street =
                    STREETS.contains(t.low())
                            && (t.capital()
                                    || p.at(j + 1).is(".")
                                            && t.raw().length() < 5
                                            && Character.isUpperCase(t.raw().charAt(0)));
            if (street && j > i + 1) {
                hits.add(new PrivacyHit(p.at(i).start(), t.end(), SafeHarborClass.PLACE));
                return;
            }
            if (!(t.capital()
                    || t.initial()
                    || t.low().matches("\\d{1,3}(?:st|nd|rd|th)")
                    || t.is(".") && j > i + 1)) {
                return;
            }
        }
    }

    private static void postalCode(Passage p, int i, List<PrivacyHit> hits) {
        if (!p.at(i).raw().matches("\\d{5}")) {
            return;
        }
        Token before = p.at(i - 1);
        int from = i - 1;
        if (before.low().equals("code") || before.is(":") || before.low().equals("is")) {
            from--;
            if (p.at(from).low().equals("code")) {
                from--;
            }
        }
        boolean zip = p.at(from).low().equals("zip") || p.at(from).low().equals("zipcode");
        boolean state =
                before.shout() && STATES.contains(before.low())
                        || before.capital() && Lexicon.wide(before.low());
        boolean plus =
                p.at(i + 1).is("-")
                        && p.touching(i)
                        && p.at(i + 2).raw().matches("\\d{4}")
                        && p.touching(i + 1);
        if (zip || state || plus) {
            hits.add(
                    new PrivacyHit(
                            p.at(i).start(),
                            plus ? p.at(i + 2).end() : p.at(i).end(),
                            SafeHarborClass.PLACE));
        }
    }

    private static void home(Passage p, int i, List<PrivacyHit> hits) {
        Token t = p.at(i);
        if (!FROM.contains(t.low()) || !p.same(i, i + 1)) {
            return;
        }
        int from =
                p.at(i + 1).low().equals("the")
                                || p.at(i + 1).low().equals("downtown")
                                || p.at(i + 1).low().equals("rural")
                        ? i + 2
                        : i + 1;
        int to = chain(p, from);
        if (to < from || wideOrKnown(p, from, to)) {
            return;
        }
        boolean lives = false;
        boolean raised = false;
        boolean comes = false;
        for (int j = i - 1; j >= i - 5 && p.same(i, j) && !p.at(j).is(","); j--) {
            lives |= LIVES.contains(p.at(j).low()) && j >= i - 4;
            raised |= RAISED.contains(p.at(j).low()) && j >= i - 4;
            comes |=
                    t.low().equals("from")
                            && (CaseWords.person(p.at(j).low())
                                    || p.at(j).low().equals("old")
                                    || p.at(j).low().equals("family")
                                    || p.at(j).low().equals("worker")
                                    || p.at(j).low().matches("9?\\d(?:yo|[mf])"));
            comes |=
                    MOVED.contains(p.at(j).low())
                            && (Lexicon.city(p.at(from).low()) || !t.low().equals("to"));
        }
        if (t.low().equals("on") && !STREETS.contains(p.at(to).low())) {
            return;
        }
        if (t.low().equals("of")
                && !p.at(i - 1).low().matches("resident|native|outskirts|town|city|village")) {
            return;
        }
        if (t.low().equals("to") && !p.at(i - 1).low().matches("moved|back|home")) {
            return;
        }
        if (lives || comes || raised && ofPatient(p, i)) {
            hits.add(new PrivacyHit(p.at(from).start(), p.at(to).end(), SafeHarborClass.PLACE));
        }
    }

    private static boolean ofPatient(Passage p, int i) {
        for (int j = i - 1; p.same(i, j); j--) {
            if (CaseWords.person(p.at(j).low())) {
                return true;
            }
        }
        return false;
    }

    /** The last token of the names that begin at a token, or one before it. */
    private static int chain(Passage p, int from) {
        int j = from;
        while (p.same(from, j)) {
            Token t = p.at(j);
            boolean saint = t.low().equals("st") && p.at(j + 1).is(".");
            if (saint) {
                j++;
            } else if (!t.capital()) {
                break;
            }
            if (!p.beside(j) && !(p.at(j + 1).is("-") && p.touching(j))) {
                return j;
            }
            j++;
        }
        return j - 1;
    }

    private static boolean wideOrKnown(Passage p, int from, int to) {
        if (Lexicon.wide(p.at(from).low())) {
            return !(from < to
                    && p.at(to)
                            .low()
                            .matches("county|heights|beach|springs|city|street|avenue|road"));
        }
        if (p.at(from)
                                .low()
                                .matches(
                                        "north|south|east|west|new|central|latin|middle|united|saudi|sri|puerto")
                        && to > from
                        && Lexicon.wide(p.at(from + 1).low())
                || p.at(from).low().matches("new")
                        && p.at(from + 1)
                                .low()
                                .matches("york|mexico|zealand|hampshire|jersey|england")) {
            return true;
        }
        boolean known = true;
        boolean ordinary = true;
        for (int j = from; j <= to; j++) {
            known &= p.known(p.at(j).low());
            ordinary &=
                    Lexicon.english(p.at(j).low()) && !Lexicon.city(p.at(j).low())
                            || Lexicon.medical(p.at(j).low());
        }
        return known || ordinary && to == from;
    }

    private static void kindOfPlace(Passage p, int i, List<PrivacyHit> hits) {
        Token t = p.at(i);
        if (!p.at(i - 1).capital()
                || !p.same(i, i - 1)
                || !p.beside(i - 1)
                || p.at(i - 1).first() && Lexicon.english(p.at(i - 1).low())) {
            return;
        }
        boolean county =
                t.raw().equals("County")
                        && !Set.of(
                                        "hospital",
                                        "general",
                                        "medical",
                                        "clinic",
                                        "health",
                                        "university")
                                .contains(p.at(i + 1).low());
        boolean street =
                LONG_STREETS.contains(t.low())
                        && t.capital()
                        && Set.of("on", "at", "off", "near", "of").contains(p.at(i - 2).low());
        boolean home = HOMES.contains(t.low()) && t.capital();
        int from = i - 1;
        while (p.same(i, from - 1)
                && p.beside(from - 1)
                && p.at(from - 1).capital()
                && !p.at(from - 1).first()) {
            from--;
        }
        if ((county || street || home)
                && !(p.known(p.at(i - 1).low()))
                && !CaseWords.person(p.at(i - 1).low())) {
            hits.add(new PrivacyHit(p.at(from).start(), t.end(), SafeHarborClass.PLACE));
        }
    }
}
