package org.preceptorportal.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Dates finer than a year, where a case hangs on them. */
final class DateRules {
    private static final Map<String, Integer> MONTHS = new TreeMap<>();

    static {
        String[] names = {
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december"
        };
        for (int i = 0; i < names.length; i++) {
            MONTHS.put(names[i], i + 1);
            MONTHS.put(names[i].substring(0, 3), i + 1);
        }
        MONTHS.put("sept", 9);
    }

    private static final Pattern DAY = Pattern.compile("(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?");
    private static final Pattern NTH = Pattern.compile("(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Set<String> BEFORE_SHORT =
            Lexicon.set(
                    """
                    on since dated date dos from until till admitted discharged adm dob seen
                    died delivered surgery visit extubated intubated born transferred admit dc c
                    consult ct mri scan biopsy labs of by the ed lmp edd cath presented
                    """);
    private static final Set<String> NO_DATE =
            Lexicon.set(
                    """
                    strength pain murmur power reflexes pulses edema motor of out effort
                    patients cases students times points criteria score scale weakness grade
                    items days shifts stars questions normal ns dose tablet cup hours systolic
                    diastolic sirs pulse bilaterally throughout correct %
                    """);
    private static final Set<String> OWN_DAYS =
            Set.of("christmas", "thanksgiving", "easter", "halloween");

    private DateRules() {}

    static void find(Passage p, List<PrivacyHit> hits) {
        for (int i = 0; i < p.size(); i++) {
            Token t = p.at(i);
            if (t.word()) {
                if (MONTHS.containsKey(t.low())) {
                    month(p, i, hits);
                } else if (OWN_DAYS.contains(t.low()) && t.capital()) {
                    feast(p, i, hits);
                } else if (t.low().equals("dob")
                        || t.low().equals("birthday")
                        || t.low().equals("birthdate")) {
                    birth(p, i, hits);
                }
            } else if (t.number()) {
                figures(p, i, hits);
            }
        }
    }

    private static void month(Passage p, int i, List<PrivacyHit> hits) {
        Token t = p.at(i);
        int from = i;
        int to = i;
        if (DAY.matcher(p.at(i - 1).low()).matches() && p.same(i, i - 1)) {
            from = i - 1;
        } else if (p.at(i - 1).low().equals("of") && NTH.matcher(p.at(i - 2).low()).matches()) {
            from = i - 2;
        } else if (p.at(i - 1).is("-") && DAY.matcher(p.at(i - 2).low()).matches()) {
            from = i - 2;
        }
        int next = p.at(i + 1).is(".") || p.at(i + 1).is("-") ? i + 2 : i + 1;
        if (DAY.matcher(p.at(next).low()).matches() && p.same(i, next) && !p.at(next + 1).is("%")) {
            to = next;
        }
        boolean day = from < i || to > i;
        boolean lower = Character.isLowerCase(t.raw().charAt(0));
        boolean doubtful =
                t.low().equals("may")
                        || t.low().equals("march")
                        || t.low().equals("mar")
                        || t.low().equals("dec")
                        || t.low().equals("jan")
                        || t.low().equals("sep")
                        || t.low().equals("jun");
        if (lower
                && doubtful
                && !(day && p.at(Math.min(from, i) - 1).low().equals("on"))
                && !NTH.matcher(p.at(to).low()).matches()) {
            return;
        }
        int year = p.at(to + 1).is(",") || p.at(to + 1).is("-") ? to + 2 : to + 1;
        boolean withYear = YEAR.matcher(p.at(year).low()).matches() && p.same(to, year);
        if (withYear) {
            to = year;
        }
        if (!day && !withYear && t.raw().length() == 3 && !t.low().equals("may")) {
            return;
        }
        if (!day && !withYear && (t.first() || !in(p, from))) {
            return;
        }
        boolean tied = day ? CaseWords.tied(p, from, to) : tiedMonth(p, from, to);
        if (tied) {
            hits.add(new PrivacyHit(p.at(from).start(), p.at(to).end(), SafeHarborClass.DATE));
        }
    }

    private static boolean in(Passage p, int i) {
        return p.same(i, i - 1)
                && Lexicon.set(
                                """
                    in last early late mid this since of during - until
                    """)
                        .contains(p.at(i - 1).low());
    }

    /** A month alone: only with an event of one patient near it. */
    private static boolean tiedMonth(Passage p, int from, int to) {
        if (!CaseWords.tied(p, from, to)) {
            return false;
        }
        int sentence = p.at(from).sentence();
        for (int i = 0; i < p.size(); i++) {
            if (p.at(i).sentence() == sentence
                    && Set.of("patients", "admissions", "cases", "visits", "consults")
                            .contains(p.at(i).low())) {
                return false;
            }
        }
        return true;
    }

    private static void feast(Passage p, int i, List<PrivacyHit> hits) {
        int to = p.at(i + 1).low().matches("day|eve|morning|night") ? i + 1 : i;
        if (Set.of("on", "since", "last", "before", "after").contains(p.at(i - 1).low())
                && CaseWords.tied(p, i, to)) {
            hits.add(new PrivacyHit(p.at(i).start(), p.at(to).end(), SafeHarborClass.DATE));
        }
    }

    /** Whatever follows "DOB" is the day. */
    private static void birth(Passage p, int i, List<PrivacyHit> hits) {
        int j = i + 1;
        while (p.same(i, j)
                && Set.of(":", "is", "of", "was", "(", "-", "on", "=").contains(p.at(j).low())) {
            j++;
        }
        if (p.same(i, j)
                && p.at(j).number()
                && (p.at(i).low().equals("dob") || p.at(i).low().equals("birthdate"))) {
            int k = j;
            while (p.touching(k)
                    && Set.of("/", "-", ".").contains(p.at(k + 1).raw())
                    && p.touching(k + 1)
                    && p.at(k + 2).number()) {
                k += 2;
            }
            hits.add(new PrivacyHit(p.at(i).start(), p.at(k).end(), SafeHarborClass.DATE));
        }
    }

    private static void figures(Passage p, int i, List<PrivacyHit> hits) {
        String mark = p.at(i + 1).raw();
        if (!p.touching(i)
                || !p.touching(i + 1)
                || !Set.of("/", "-", ".").contains(mark)
                || !p.at(i + 2).number()
                || p.touching(i - 1) && Set.of("/", "-", ".").contains(p.at(i - 1).raw())) {
            return;
        }
        Integer a = figure(p.at(i).raw());
        Integer b = figure(p.at(i + 2).raw());
        if (a == null || b == null) {
            return;
        }
        boolean three =
                p.touching(i + 2)
                        && p.at(i + 3).raw().equals(mark)
                        && p.touching(i + 3)
                        && p.at(i + 4).number();
        if (three) {
            Integer c = figure(p.at(i + 4).raw());
            boolean iso = p.at(i).raw().length() == 4 && a > 1890 && a < 2100 && day(b, c);
            boolean usual =
                    c != null
                            && (p.at(i + 4).raw().length() == 4 && c > 1890 && c < 2100
                                    || p.at(i + 4).raw().length() == 2 && !mark.equals("."))
                            && day(a, b);
            // A whole date is taken for a case's unless the rotation claims it.
            if ((iso || usual) && !CaseWords.ofRotation(p, i, i + 4)) {
                hits.add(new PrivacyHit(p.at(i).start(), p.at(i + 4).end(), SafeHarborClass.DATE));
            }
            return;
        }
        boolean announced =
                p.same(i, i - 1) && BEFORE_SHORT.contains(p.at(i - 1).low())
                        || p.at(i - 1).is(":") && BEFORE_SHORT.contains(p.at(i - 2).low())
                        || p.at(i - 1).is("(");
        if (mark.equals("/")
                && day(a, b)
                && announced
                && !NO_DATE.contains(p.at(i + 3).low())
                && CaseWords.tied(p, i, i + 2)) {
            hits.add(new PrivacyHit(p.at(i).start(), p.at(i + 2).end(), SafeHarborClass.DATE));
        } else if (mark.equals("/")
                && a >= 1
                && a <= 12
                && b > 1900
                && b < 2100
                && CaseWords.tied(p, i, i + 2)) {
            hits.add(new PrivacyHit(p.at(i).start(), p.at(i + 2).end(), SafeHarborClass.DATE));
        }
    }

    private static Integer figure(String raw) {
        return raw.length() <= 4 && raw.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.valueOf(raw)
                : null;
    }

    private static boolean day(int a, Integer b) {
        return b != null && a > 0 && b > 0 && (a <= 12 && b <= 31 || b <= 12 && a <= 31);
    }
}
