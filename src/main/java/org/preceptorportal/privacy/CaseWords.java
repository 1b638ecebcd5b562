package org.preceptorportal.privacy;

import java.util.Set;

/** Words that tie what stands near them to one case, and words that tie it to the rotation. */
final class CaseWords {
    private static final Set<String> PERSONS =
            Lexicon.set(
                    """
                    patient pt client man woman lady gentleman guy boy girl infant baby newborn
                    neonate toddler child kid teenager teen adolescent male female veteran farmer
                    inmate grandmother grandfather nonagenarian octogenarian septuagenarian
                    primigravida widow widower retiree refugee immigrant migrant welder teacher
                    carpenter miner driver chef cook fisherman sailor mechanic waitress waiter
                    roofer plumber electrician janitor cleaner trucker pilot soldier priest nun
                    musician painter barber tailor baker butcher rancher logger firefighter
                    smoker drinker housewife homemaker
                    """);

    private static final Set<String> CASE =
            Lexicon.set(
                    """
                    admitted admission admit readmitted readmission discharged discharge dc'd
                    surgery operation operated died death passed expired born birth dob birthday
                    birthdate biopsy biopsied delivered delivery underwent transferred diagnosed
                    diagnosis hospitalized hospitalization intubated extubated visit visited
                    scan ct mri stroke stemi nstemi coded arrest arrested chemo chemotherapy
                    transplant transplanted ed icu labs culture cultures fell fall accident
                    crash mvc collapsed consult consulted patient pt pt's man woman lady
                    gentleman boy girl infant baby newborn male female appendectomy
                    cholecystectomy colonoscopy endoscopy cabg cath catheterization echo
                    ultrasound xray overdose overdosed seizure seized dialysis bypass amputation
                    laparotomy section miscarried miscarriage pronounced autopsy dos er
                    presented presenting intake injury injured shot stabbed hip chest
                    appendicitis infarction mi pneumonia sepsis fracture fractured clinic
                    followup triaged evaluated case lmp edd onset symptoms pain vaccinated
                    incarcerated surgery's bka tkr tha repair resection stent stented pci
                    """);

    private static final Set<String> ROTATION =
            Lexicon.set(
                    """
                    rotation rotations rotated rotating block blocks evaluation evaluations eval
                    meeting met midpoint feedback lecture lectures exam exams usmle step joined
                    started began worked rounds journal conference orientation attendance absent
                    absence leave grown growth improved progress progressed schedule shift
                    shifts interview interviews deadline letter match matched ecfmg graduated
                    graduation graduates residency semester term academic student students
                    simulation workshop poster presentation presentations externship
                    observership clerkship elective supervised supervise week weeks training
                    module quiz osce session topic topics talk abstract grand orientated
                    onboarding completed certified certification passed finished applying apply
                    visa publication published guideline guidelines here holiday off days month
                    months team service oriented learner intern start end until final mid taught
                    teaching attended volunteered vacation
                    """);

    private CaseWords() {}

    /** One human being in a bed: "the lady in 412". */
    static boolean person(String low) {
        return PERSONS.contains(low);
    }

    /** Whether the nearest telling word of the sentence ties a place in the text to a case. */
    static boolean tied(Passage p, int from, int to) {
        int toCase = distance(p, from, to, CASE);
        return toCase != Integer.MAX_VALUE && toCase <= distance(p, from, to, ROTATION);
    }

    /**
     * Whether the nearest telling word of the sentence ties a place in the text to the rotation.
     */
    static boolean ofRotation(Passage p, int from, int to) {
        return distance(p, from, to, ROTATION) < distance(p, from, to, CASE);
    }

    private static int distance(Passage p, int from, int to, Set<String> words) {
        int nearest = Integer.MAX_VALUE;
        for (int i = from - 1; i >= 0 && p.same(i, from); i--) {
            if (words.contains(p.at(i).low())) {
                nearest = from - i;
                break;
            }
        }
        for (int i = to + 1; i < p.size() && p.same(i, to) && i - to < nearest; i++) {
            if (words.contains(p.at(i).low())) {
                return i - to;
            }
        }
        return nearest;
    }

    /** Whether a sentence speaks of the clinic at all. */
    static boolean clinical(String low) {
        return CASE.contains(low) || PERSONS.contains(low) || CLINICAL.contains(low);
    }

    private static final Set<String> CLINICAL =
            Lexicon.set(
                    """
                    managed manage treated treat examined interviewed counseled followed
                    followup history family wife husband son daughter mother father failure
                    symptoms exam physical medication medications insulin antibiotics heparin
                    withdrawal chart note plan bedside consent goals family's hospice palliative
                    pain fever cough rash wound wounds ulcer cancer diabetes hypertension asthma
                    copd chf dka pneumonia sepsis cellulitis delirium dementia depression
                    anxiety psychosis suicide overdose labor pregnancy pregnant postpartum
                    preeclampsia rounded presented presenting reassured explained called spoke
                    caring cared care visit recovery recovered improving stable hypotensive
                    hypoxic bleeding bleed stroke seizure fracture fall diagnosis workup anemia
                    hyponatremia hyperkalemia electrolytes potassium creatinine troponin lactate
                    inr hemoglobin a1c ekg ecg ct mri xray labs iv dose died dying grief death
                    news biopsy chemo dialysis transplant cath
                    """);
}
