package org.preceptorportal.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of patients and their families, told from those of staff by what stands near them. */
final class NameRules {
    private static final Set<String> TITLES =
            Lexicon.set(
                    """
                    mr mrs ms miss mx messrs senor senora senorita sr sra srta mme monsieur
                    madame herr frau don dona grandma grandpa abuela abuelo auntie aunt uncle
                    nana sgt sergeant col colonel capt captain lt maj cpl pvt rev reverend
                    pastor deacon rabbi imam deputy officer judge mister missus signora signor
                    """);
    private static final Set<String> BRIEF_TITLES =
            Set.of("sr", "don", "col", "lt", "maj", "rev", "capt", "sra");
    private static final Set<String> STAFF =
            Lexicon.set(
                    """
                    dr drs doctor doctors prof professor nurse nurses attending attendings
                    resident residents fellow fellows intern interns chief colleague colleagues
                    preceptor preceptors coordinator pharmacist therapist student students
                    supervisor faculty director dean chair chairman hospitalist surgeon
                    cardiologist nephrologist neurologist psychiatrist psychologist radiologist
                    pathologist oncologist intensivist internist pediatrician obstetrician
                    mentor classmate classmates peer peers rn np pa md do scribe interpreter
                    worker manager learner learners extern externs observer applicant mate mates
                    teammate dietitian dietician nutritionist midwife chaplain technician tech
                    phlebotomist paramedic receptionist assistant registrar consultant provider
                    physician physicians anesthesiologist dentist podiatrist librarian alongside
                    pgy sub secretary trainee instructor educator graduate sister-in-charge
                    medic staff author authors coauthor ms3 ms4 pgy1 pgy2 pgy3
                    """);
    private static final Set<String> CREDENTIALS =
            Lexicon.set(
                    """
                    md do rn np pa pac pharmd phd mbbs mbchb dnp msw lcsw mph crna cnm lpn cna
                    pt dpt ot rd rt facp frcp aprn fnp dpm dmd dds psyd mba facs
                    """);
    private static final Set<String> DOCTORATES = Set.of("PharmD", "PhD", "MBChB", "PsyD");
    private static final Set<String> PATIENT =
            Set.of("patient", "pt", "client", "named", "inmate", "veteran", "called", "name");
    private static final Set<String> KIN =
            Lexicon.set(
                    """
                    wife husband son daughter mother father mom mum dad sister brother niece
                    nephew cousin grandson granddaughter grandmother grandfather fiance fiancee
                    partner spouse caregiver guardian neighbor girlfriend boyfriend parent twin
                    twins stepson stepdaughter widow widower baby child grandchild toddler boy
                    girl man woman lady gentleman roommate sibling newborn infant
                    """);
    private static final Set<String> RELIGIOUS = Set.of("mother", "father", "sister", "brother");
    private static final Set<String> PARTICLES =
            Lexicon.set(
                    """
                    de la las los del van von der den bin ibn al el da dos das di du le ben abu
                    ter ten y e st bint ap mac san santa op
                    """);
    private static final Set<String> FAMILY =
            Lexicon.set(
                    """
                    family household twins baby couple sisters brothers case kids boys girls
                    siblings
                    """);
    private static final Set<String> ORGANISATIONS =
            Lexicon.set(
                    """
                    hospital hospitals clinic clinics university medical center centre college
                    school institute health healthcare memorial foundation award prize press
                    society association journal lecture lectures program unit ward tower
                    building hall wing room scholarship pharmacy county street avenue auditorium
                    library fellowship department division group system campus pavilion house
                    rounds conference curriculum course series general academy infirmary
                    laboratory labs services network partners physicians associates church bank
                    board committee council company inc corp day
                    """);
    private static final Set<String> EPONYMED =
            Lexicon.set(
                    """
                    sign signs syndrome disease test tests maneuver manoeuvre score scores
                    scoring criteria criterion scale classification triad tetrad pentad law
                    procedure catheter catheters fracture fractures reflex phenomenon murmur
                    tumor tumour lymphoma lymphomas node nodes rule rules protocol stage stages
                    staging grade grading index equation formula stain agar forceps retractor
                    position method technique incision repair model framework textbook trial
                    study guidelines questionnaire inventory tool checklist app software emr
                    palsy chorea esophagus thyroiditis sarcoma contracture ulcer ulcers drain
                    drains clamp needle tube line lines bodies body encephalopathy aphasia area
                    point ring rings breathing respirations respiration pressure monitor
                    exercises exercise orifice duct gland glands cells cell disorder anomaly
                    deformity hernia pouch nodules spots lesion lesions approach principles
                    pyramid cycle theory taxonomy hierarchy ladder razor dictum block loop
                    bandage splint solution wires pins prosthesis stent filter graft shunt valve
                    operation anesthesia blade airway mask scissors clip suture stitch knot prep
                    effect curve plot value coefficient diagram nomogram ratio hypothesis virus
                    fever bacillus toxin paralysis gangrene angina ataxia dystrophy anemia
                    nephropathy arthritis purpura granulomatosis vasculitis myopathy melanoma
                    neuroma nevus diverticulum cyst ligament canal fascia space triangle
                    membrane layer fibers scan view projection rating assessment interview
                    principle stimulation thickness depth screen screening calculator report
                    review
                    """);

    /** Before a place, a book, a firm, not a person. */
    private static final Set<String> BEFORE_THINGS =
            Lexicon.set(
                    """
                    in at near via using uses used use on
                    """);

    private static final Set<String> BESIDE_COLLEAGUES =
            Lexicon.set(
                    """
                    worked works working thanks thank supervised alongside paired taught
                    mentored precepted collaborated joined colleagues together collaborates
                    presenters authored
                    """);
    private static final Set<String> ABOUT_PATIENTS =
            Lexicon.set(
                    """
                    was is had has presented presents came needed needs did died felt went
                    improved remained asked told said cried refused became wanted returned
                    recovered arrived complained denied reported declined coded started got
                    received developed continues and who thanked tolerated deteriorated would
                    could underwent responded stabilized seized fell required
                    """);

    private static final Set<String> BEFALLS_PATIENTS =
            Lexicon.set(
                    """
                    came presented presents complained denied coded deteriorated seized
                    underwent stabilized refused tolerated recovered developed died improved
                    bled vomited arrived fainted collapsed
                    """);
    private static final Set<String> TO_PATIENTS =
            Lexicon.set(
                    """
                    examined examine examining calmed calm reassured treated treating treat saw
                    see seeing presented follow followed following interviewed interview
                    interviewing admitted admitting admit managed manage managing comforted
                    consoled counseled discharged told asked diagnosed intubated resuscitated
                    visited clerked assessed evaluated stabilized sutured rounded
                    """);

    /** Where a thing of no person stands. */
    private static final Set<String> BEFORE_NO_PATIENT =
            Lexicon.set(
                    """
                    dr drs vitamin type hepatitis saint mount fort camp lake port san santa los
                    las el app textbook book journal called software
                    """);

    private final Passage p;
    private final Set<Integer> staff = new HashSet<>();
    private final List<int[]> found = new ArrayList<>();

    private NameRules(Passage p) {
        this.p = p;
    }

    static void find(Passage passage, List<PrivacyHit> hits) {
        NameRules rules = new NameRules(passage);
        rules.staff();
        rules.patients();
        rules.again();
        for (int[] name : rules.found) {
            hits.add(
                    new PrivacyHit(
                            passage.at(name[0]).start(),
                            passage.at(name[1]).end(),
                            SafeHarborClass.NAME));
        }
    }

    /**
     * Whoever has a professional's title or credentials is no patient, wherever the text names
     * them.
     */
    private void staff() {
        for (int i = 0; i < p.size(); i++) {
            Token t = p.at(i);
            if (!t.word()) {
                continue;
            }
            if (STAFF.contains(t.low()) && !t.possessive() && !patientBefore(i)) {
                int j = i + 1;
                boolean title =
                        t.low().equals("dr") || t.low().equals("drs") || t.low().equals("prof");
                if (p.at(j).is(".") && title || p.at(j).is(",") && !title) {
                    j++;
                }
                // "our coordinator, Ms. Delacroix"
                if (TITLES.contains(p.at(j).low()) && p.at(j).capital()) {
                    j += p.at(j + 1).is(".") ? 2 : 1;
                }
                while (p.same(i, j)) {
                    int end = name(j, title);
                    if (end < j) {
                        break;
                    }
                    exempt(j, end);
                    if (p.at(end + 1).is(",")
                            || p.at(end + 1).low().equals("and")
                            || p.at(end + 1).is("&")) {
                        j = end + 2;
                        if (p.at(j).low().equals("and")) {
                            j++;
                        }
                    } else {
                        break;
                    }
                    if (t.low().equals("dr") || TITLES.contains(p.at(j).low())) {
                        break;
                    }
                }
            } else if (CREDENTIALS.contains(t.low()) && t.shout() || DOCTORATES.contains(t.raw())) {
                int end = p.at(i - 1).is(",") ? i - 2 : i - 1;
                int start = end;
                while (p.same(i, start)
                        && (p.at(start).capital()
                                || p.at(start).initial()
                                || p.at(start).is(".") && p.at(start - 1).initial())) {
                    start--;
                }
                // "the patient Doe, MD to follow" has no comma and no name of two parts.
                if (start < end && (p.at(i - 1).is(",") || end - start > 1)) {
                    exempt(start + 1, end);
                }
            } else if (t.capital()) {
                // "Karen, our charge nurse", "Maria (the pharmacist)"
                int end = name(i, false);
                if (end >= i && (p.at(end + 1).is(",") || p.at(end + 1).is("("))) {
                    for (int j = end + 2; j <= end + 5 && p.same(i, j) && !p.at(j).is(","); j++) {
                        if (STAFF.contains(p.at(j).low()) && !p.at(j).low().equals("pa")) {
                            exempt(i, end);
                            break;
                        }
                    }
                }
            }
        }
    }

    private boolean patientBefore(int i) {
        int j = p.at(i - 1).is(",") ? i - 2 : i - 1;
        return p.same(i, j) && (p.at(j).low().equals("patient") || p.at(j).low().equals("pt"));
    }

    private void exempt(int from, int to) {
        for (int k = from; k <= to; k++) {
            staff.add(k);
            Token t = p.at(k);
            if (t.capital() && !Lexicon.english(t.low())) {
                p.learn(t.low());
            }
        }
    }

    private void patients() {
        for (int i = 0; i < p.size(); i++) {
            Token t = p.at(i);
            if (!t.word() || staff.contains(i)) {
                continue;
            }
            int end = titled(i);
            if (end < 0) {
                end = announced(i);
            }
            if (end < 0 && t.foreign() && !p.known(t.low())) {
                end = i;
                while (p.beside(end) && p.at(end + 1).foreign()) {
                    end++;
                }
                add(i, end);
            }
            if (end < 0) {
                end = alone(i);
            }
            if (end >= i) {
                i = end;
            }
        }
    }

    private void add(int from, int to) {
        found.add(new int[] {from, to});
    }

    // --- after a title

    private int titled(int i) {
        Token t = p.at(i);
        if (!TITLES.contains(t.low())
                || t.possessive()
                || t.low().equals("miss") && t.raw().equals("miss") && !lowerText()) {
            return -1;
        }
        boolean dot = p.at(i + 1).is(".") && p.touching(i);
        if (t.shout()
                && !dot
                && !(p.at(i + 1).shout()
                        && Lexicon.name(p.at(i + 1).low())
                        && !Lexicon.medical(p.at(i + 1).low()))) {
            return -1;
        }
        if (BRIEF_TITLES.contains(t.low())
                && !(dot && Character.isUpperCase(t.raw().charAt(0)))
                && !t.raw().equals("Don")) {
            return -1;
        }
        if (t.low().equals("don") && !(p.at(i + 1).capital() && Lexicon.name(p.at(i + 1).low()))) {
            return -1;
        }
        int j = dot ? i + 2 : i + 1;
        // Mr. and Mrs. Okafor
        if (p.at(j).low().equals("and") || p.at(j).is("&")) {
            int k = j + 1;
            if (!TITLES.contains(p.at(k).low())) {
                return -1;
            }
            j = p.at(k + 1).is(".") ? k + 2 : k + 1;
        }
        if (!p.same(i, j)) {
            return -1;
        }
        Token n = p.at(j);
        boolean capital =
                n.capital()
                        || n.initial()
                        || n.shout()
                                && (Lexicon.name(n.low()) || t.shout() || n.raw().length() < 3);
        boolean lower =
                !capital
                        && n.word()
                        && n.raw().length() > 2
                        && Character.isLowerCase(n.raw().charAt(0))
                        && (Lexicon.surname(n.low()) && !Lexicon.frequent(n.low())
                                || !Lexicon.english(n.low()))
                        && !t.low()
                                .matches(
                                        "don|aunt|uncle|judge|officer|deputy|captain|grandma|grandpa");
        boolean particle = PARTICLES.contains(n.low()) && p.at(j + 1).capital();
        if (!capital && !lower && !particle) {
            return -1;
        }
        if (t.low().matches("judge|officer|captain|aunt|uncle|deputy")
                && (!n.capital() || Lexicon.english(n.low()) && !Lexicon.name(n.low()))) {
            return -1;
        }
        int end = grow(j);
        if (allKnown(j, end)) {
            return end;
        }
        add(i, end);
        return end;
    }

    private boolean lowerText() {
        for (Token t : p.tokens) {
            if (t.capital()) {
                return false;
            }
        }
        return true;
    }

    // --- after a word that announces a patient or a relative

    private int announced(int i) {
        Token t = p.at(i);
        boolean patient = PATIENT.contains(t.low());
        boolean kin = KIN.contains(t.low());
        if (!patient && !kin
                || t.shout()
                        && t.low().equals("pt")
                        && !p.at(i + 1).shout()
                        && !p.at(i + 1).capital()) {
            return -1;
        }
        if ((t.low().equals("name") || t.low().equals("called") || t.low().equals("named"))
                && t.first()) {
            return -1;
        }
        int j = i + 1;
        int skipped = 0;
        while (p.same(i, j)
                && skipped < 3
                && (Set.of(",", ":", "-", "(", "–", "—", ".", "\"").contains(p.at(j).raw())
                        || Set.of("is", "was", "name", "named", "called").contains(p.at(j).low())
                                && (t.low().equals("name")
                                        || !Set.of("is", "was").contains(p.at(j).low())))) {
            if (p.at(j).is(".") && !t.low().equals("pt")) {
                return -1;
            }
            j++;
            skipped++;
        }
        if (!p.same(i, j)
                || staff.contains(j)
                || t.possessive() && !p.at(j - 1).low().matches("name|is|was")) {
            return -1;
        }
        if (t.low().equals("name") && skipped == 0
                || t.low().equals("called")
                        && !CaseWords.person(p.at(i - 1).low())
                        && !KIN.contains(p.at(i - 1).low())) {
            return -1;
        }
        Token n = p.at(j);
        if (n.initial()
                && p.at(j + 1).is(".")
                && p.at(j + 2).initial()
                && p.touching(j + 1)
                && patient) {
            int end =
                    p.at(j + 3).is(".") && p.at(j + 4).initial() && p.touching(j + 3)
                            ? j + 4
                            : j + 2;
            add(j, end);
            return end;
        }
        if (n.shout()
                && patient
                && Lexicon.name(n.low())
                && !Lexicon.frequent(n.low())
                && !Lexicon.medical(n.low())) {
            int end = j;
            while (p.beside(end)
                    && p.at(end + 1).shout()
                    && !CREDENTIALS.contains(p.at(end + 1).low())
                    && (Lexicon.name(p.at(end + 1).low())
                            || !Lexicon.english(p.at(end + 1).low())
                                    && !Lexicon.medical(p.at(end + 1).low())
                                    && p.at(end + 1).raw().length() > 3)) {
                end++;
            }
            if (!allKnown(j, end)) {
                add(j, end);
            }
            return end;
        }
        if (n.word() && Character.isLowerCase(n.raw().charAt(0))) {
            boolean given =
                    Lexicon.given(n.low())
                            && !Lexicon.english(n.low())
                            && !Lexicon.medical(n.low())
                            && !p.known(n.low());
            if (!given
                    || skipped > 0
                            && !p.at(j - 1).low().matches("named|name|is|called")
                            && !p.at(j - 1).is(".")) {
                return -1;
            }
            int end = j;
            if (p.beside(j)
                    && p.at(j + 1).word()
                    && Lexicon.surname(p.at(j + 1).low())
                    && (!Lexicon.frequent(p.at(j + 1).low())
                            || p.at(j + 1).low().equals("doe")
                            || p.at(j + 1).low().equals("smith"))) {
                end = j + 1;
            }
            add(j, end);
            return end;
        }
        if (!n.capital()
                || n.first()
                        && !n.raw().isEmpty()
                        && p.at(j - 1).is(".")
                        && !t.low().equals("pt")) {
            return -1;
        }
        boolean ordinary =
                Lexicon.english(n.low()) && !Lexicon.given(n.low())
                        || Lexicon.medical(n.low()) && !Lexicon.given(n.low())
                        || Lexicon.wide(n.low())
                        || drug(n.low());
        boolean surnameToo =
                Lexicon.surname(n.low())
                        && p.at(j + 1).capital() == false
                        && !Lexicon.medical(n.low())
                        && patient
                        && !Lexicon.frequent(n.low());
        if (ordinary && !surnameToo
                || TITLES.contains(n.low())
                || STAFF.contains(n.low())
                || thing(j)) {
            return -1;
        }
        int end = grow(j);
        // Mother Teresa, Sister Mary of pastoral care
        boolean religious = t.capital() && RELIGIOUS.contains(t.low()) && skipped == 0;
        if (religious || allKnown(j, end)) {
            return end;
        }
        // "the patient, Linh noticed, ..." is known; a capital after a comma may begin a clause's
        // subject.
        add(j, end);
        return end;
    }

    // --- a capital where none belongs

    private int alone(int i) {
        Token t = p.at(i);
        boolean told = p.same(i, i - 1) && TO_PATIENTS.contains(p.at(i - 1).low());
        if (!t.capital() || t.raw().length() < 3 && !(told && Lexicon.surname(t.low()))) {
            return -1;
        }
        if (STAFF.contains(t.low()) || TITLES.contains(t.low())) {
            return -1;
        }
        boolean listed = Lexicon.name(t.low());
        boolean plain =
                !Lexicon.english(t.low())
                        && !Lexicon.medical(t.low())
                        && !Lexicon.wide(t.low())
                        && !Lexicon.city(t.low())
                        && !drug(t.low())
                        && !camel(t.raw());
        int end = grow(i);
        boolean two = end > i;
        if (!plain) {
            // Grace Okafor, Mark Alvarez: an ordinary word, but the next one is a surname.
            Token last = p.at(end);
            boolean pair =
                    two
                            && (Lexicon.given(t.low())
                                    || !t.first() && Lexicon.surname(t.low()) && clinical(i))
                            && !Lexicon.english(last.low())
                            && (Lexicon.surname(last.low()) && !Lexicon.frequent(last.low())
                                    || unlisted(last))
                            && !thing(end);
            if (!pair || p.known(t.low()) || allKnown(i, end) || Lexicon.wide(t.low())) {
                return lonelyGiven(i);
            }
            add(i, end);
            return end;
        }
        if (allKnown(i, end)) {
            return end;
        }
        if (p.known(t.low()) && !two) {
            return i;
        }
        if (thing(end) || thingBefore(i) || colleague(i)) {
            return end;
        }
        String next = p.at(end + 1).low();
        boolean possessive = p.at(end).possessive();
        boolean clinical = clinical(i);
        if (BEFORE_THINGS.contains(p.at(i - 1).low()) && p.same(i, i - 1) && !listed) {
            return -1;
        }
        boolean hit;
        if (t.first()) {
            hit =
                    two && (listed || unlistedPair(i, end))
                            || possessive && (listed || clinical)
                            || BEFALLS_PATIENTS.contains(next) && (listed || clinical)
                            || listed
                                    && clinical
                                    && (ABOUT_PATIENTS.contains(next) || p.at(end + 1).is(","));
        } else if (listed) {
            hit =
                    possessive
                            || two
                            || clinical
                            || told
                            || ABOUT_PATIENTS.contains(next)
                            || FAMILY.contains(next);
        } else {
            hit =
                    clinical
                            || told
                            || two && unlistedPair(i, end)
                            || ABOUT_PATIENTS.contains(next)
                            || FAMILY.contains(next) && p.at(i - 1).low().equals("the");
        }
        if (!hit) {
            return -1;
        }
        add(i, end);
        return end;
    }

    /**
     * "managed Mark through withdrawal": a given name that is a word, where a capital says
     * something.
     */
    private int lonelyGiven(int i) {
        Token t = p.at(i);
        Token before = p.at(i - 1);
        boolean alone =
                !t.first()
                        && p.same(i, i - 1)
                        && before.word()
                        && Character.isLowerCase(before.raw().charAt(0))
                        && !p.at(i + 1).capital();
        boolean ok =
                alone
                        && Lexicon.given(t.low())
                        && !Lexicon.wide(t.low())
                        && !Lexicon.medical(t.low())
                        && !p.known(t.low())
                        && !Lexicon.city(t.low())
                        && !thing(i)
                        && clinical(i)
                        && !colleague(i)
                        && !BEFORE_THINGS.contains(before.low());
        if (ok) {
            add(i, i);
            return i;
        }
        return -1;
    }

    private boolean unlisted(Token t) {
        return !Lexicon.english(t.low())
                && !Lexicon.medical(t.low())
                && !Lexicon.wide(t.low())
                && !Lexicon.city(t.low())
                && !drug(t.low());
    }

    private boolean unlistedPair(int i, int end) {
        return unlisted(p.at(i)) && unlisted(p.at(end));
    }

    private boolean clinical(int i) {
        for (int j = i - 1; p.same(i, j) && i - j < 30; j--) {
            if (CaseWords.clinical(p.at(j).low())) {
                return true;
            }
        }
        for (int j = i + 1; p.same(i, j) && j - i < 30; j++) {
            if (CaseWords.clinical(p.at(j).low())) {
                return true;
            }
        }
        return false;
    }

    /** "worked with Carlos and Mei", "thanks to Karen". */
    private boolean colleague(int i) {
        for (int j = i - 1; p.same(i, j) && i - j < 6; j--) {
            if (BESIDE_COLLEAGUES.contains(p.at(j).low())) {
                return true;
            }
        }
        return false;
    }

    /** The name ends before a word that makes it an organisation's, an eponym or a thing. */
    private boolean thing(int end) {
        int j = end + 1;
        if (p.at(end).low().equals("st")) {
            return true;
        }
        if (p.at(j).is("-") && p.touching(end)) {
            // Sternberg-Reed, Child-Pugh, a "Kernig-like" sign
            j++;
            if (!p.at(j).capital() && p.at(j).word()) {
                return true;
            }
        }
        for (int k = j; k <= j + 1 && p.same(end, k); k++) {
            String low = p.at(k).low();
            if (EPONYMED.contains(low) || ORGANISATIONS.contains(low) && p.at(k).capital()) {
                return true;
            }
            if (!p.at(k).capital() && k == j && !CaseWords.clinical(low)) {
                break;
            }
            if (!p.at(k).word()) {
                break;
            }
        }
        return ORGANISATIONS.contains(p.at(end).low());
    }

    /** "the journal Lancet", "Camp Lejeune", "St. Jude". */
    private boolean thingBefore(int i) {
        Token before = p.at(i - 1);
        return p.same(i, i - 1)
                && (before.is(".") && p.at(i - 2).low().equals("st")
                        || before.low().equals("st")
                        || ORGANISATIONS.contains(before.low()) && before.capital()
                        || before.is("@")
                        || before.is("#")
                        || before.is("/")
                        || BEFORE_NO_PATIENT.contains(before.low()));
    }

    private static boolean camel(String raw) {
        for (int k = 1; k < raw.length(); k++) {
            if (Character.isUpperCase(raw.charAt(k))) {
                return !(raw.startsWith("Mc")
                        || raw.startsWith("Mac")
                        || raw.startsWith("De")
                        || raw.startsWith("La")
                        || raw.startsWith("Di")
                        || raw.startsWith("Van")
                        || raw.startsWith("Fitz")
                        || raw.charAt(k - 1) == '\''
                        || raw.charAt(k - 1) == '’');
            }
        }
        return false;
    }

    /** Sounds like a drug, a disease, a test, a branch of medicine, or a rare English word. */
    private static boolean drug(String low) {
        if (low.length() < 6 || Lexicon.name(low)) {
            return false;
        }
        for (String end : ENDINGS) {
            if (low.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private static final Set<String> ENDINGS =
            Lexicon.set(
"""
                    ness ment tion sion ship ity ism able ible less ful wise
                    olol pril sartan statin mab cillin mycin azole itis osis emia aemia ectomy
                    oscopy graphy pathy ology floxacin cycline parin oxaban gliptin gliflozin
                    glutide tidine setron triptan azepam zolam dipine semide thiazide vir tinib
                    ologist ologists iatrics iatry plasty stomy centesis algia uria trophy
                    plegia paresis oma omas penia philia phobia megaly rrhea rrhage opathies
                    ological coccus bacter bacteria virus metry scopic therapy therapeutics
                    caine dronate profen barbital oxetine apine idone prazole steride zosin
                    phylline terol tropium sone solone asone formin glitazone ide amine azine
                    ics
""");

    // --- names

    /** The last token of a name that begins here, or one before it. */
    private int name(int j, boolean sure) {
        Token t = p.at(j);
        boolean particle = PARTICLES.contains(t.low()) && p.at(j + 1).capital() && sure;
        if (!(t.capital()
                        || t.initial()
                        || particle
                        || sure && t.word() && t.shout()
                        || sure && t.word() && !Lexicon.english(t.low())
                        || sure && t.foreign())
                || !sure && Lexicon.english(t.low()) && !Lexicon.given(t.low())) {
            return j - 1;
        }
        return grow(j);
    }

    private int grow(int from) {
        int end = from;
        while (p.same(from, end + 1)) {
            Token t = p.at(end);
            Token next = p.at(end + 1);
            if (t.possessive()) {
                break;
            }
            if (t.initial() && next.is(".") && p.touching(end)) {
                if (p.at(end + 2).capital() || p.at(end + 2).initial()) {
                    end += 2;
                    continue;
                }
                break;
            }
            if (next.is("-") && p.touching(end) && p.touching(end + 1) && p.at(end + 2).capital()) {
                end += 2;
                continue;
            }
            // Ji-hoon
            if (next.is("-")
                    && p.touching(end)
                    && p.touching(end + 1)
                    && t.capital()
                    && p.at(end + 2).word()
                    && !Lexicon.english(p.at(end + 2).low())) {
                end += 2;
                continue;
            }
            if (!p.beside(end)) {
                break;
            }
            if (PARTICLES.contains(next.low())
                    && p.beside(end + 1)
                    && (p.at(end + 2).capital()
                            || PARTICLES.contains(p.at(end + 2).low()) && p.at(end + 3).capital())
                    && !(next.low().equals("e") || next.low().equals("y"))
                    && !Lexicon.english(p.at(end + 2).low())) {
                end += p.at(end + 2).capital() ? 2 : 3;
                continue;
            }
            boolean joins =
                    next.capital()
                            && !EPONYMED.contains(next.low())
                            && !ORGANISATIONS.contains(next.low())
                            && !TITLES.contains(next.low())
                            && (unlisted(next)
                                    || Lexicon.name(next.low())
                                            && !Lexicon.wide(next.low())
                                            && !Lexicon.medical(next.low())
                                    || p.known(next.low()));
            if (!joins
                    && !(next.initial()
                            && p.at(end + 2).is(".")
                            && p.touching(end + 1)
                            && p.at(end + 3).capital())) {
                break;
            }
            end++;
        }
        return end;
    }

    private boolean allKnown(int from, int to) {
        boolean any = false;
        for (int k = from; k <= to; k++) {
            Token t = p.at(k);
            if (t.word() && t.raw().length() > 1 && !PARTICLES.contains(t.low())) {
                any = true;
                if (!p.known(t.low())) {
                    return false;
                }
            }
        }
        return any;
    }

    // --- the same name once more

    /** Who was named as a patient once is one in the whole text. */
    private void again() {
        Set<String> names = new HashSet<>();
        Set<Integer> covered = new HashSet<>();
        for (int[] name : found) {
            for (int k = name[0]; k <= name[1]; k++) {
                covered.add(k);
                Token t = p.at(k);
                if (t.word()
                        && t.raw().length() > 2
                        && !TITLES.contains(t.low())
                        && !p.known(t.low())
                        && !Lexicon.frequent(t.low())
                        && !Lexicon.medical(t.low())) {
                    names.add(t.low());
                }
            }
        }
        if (names.isEmpty()) {
            return;
        }
        for (int i = 0; i < p.size(); i++) {
            Token t = p.at(i);
            if (!covered.contains(i)
                    && !staff.contains(i)
                    && t.word()
                    && names.contains(t.low())
                    && (t.capital() || t.shout())
                    && !thing(i)) {
                add(i, i);
            }
        }
    }
}
