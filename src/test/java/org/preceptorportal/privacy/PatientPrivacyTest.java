package org.preceptorportal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientPrivacyTest {
    private static final List<String> KNOWN =
            List.of("Linh Nguyễn", "Samuel Okonkwo", "Mount Sinai", "José Muñoz-Ortega");
    private final PatientPrivacy privacy = new PatientPrivacy();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Linh managed Mrs. Alvarez's heart failure well. | Mrs. Alvarez | NAME
                    Linh calmed mr okafor before the tap. | mr okafor | NAME
                    Mr. and Mrs. Young thanked her. | Mr. and Mrs. Young | NAME
                    Saw pt John Doe in clinic. | John Doe | NAME
                    Her daughter Lucia translated. | Lucia | NAME
                    She led the Kowalczyk family meeting. | Kowalczyk | NAME
                    He carried Ms. K. through dialysis. | Ms. K | NAME
                    Linh presented 李明 on rounds. | 李明 | NAME
                    The 93-year-old trusted her. | 93-year-old | AGE
                    His patient, 94 y/o, went home. | 94 y/o | AGE
                    A ninety-one year old man with sepsis. | ninety-one | AGE
                    On March 3 we admitted a man with DKA. | March 3 | DATE
                    The patient died on 3/4 in the ICU. | 3/4 | DATE
                    A farmer from Amarillo with cough. | Amarillo | PLACE
                    The patient lives at 12 Maple Street. | 12 Maple Street | PLACE
                    The man in room 412 fell. | room 412 | ROOM
                    pt with MRN 1234567 | MRN 1234567 | MRN
                    Call the wife at 555-0134. | 555-0134 | PHONE
                    Fax: (212) 555-0199 | (212) 555-0199 | FAX
                    Write to rosa.diaz@mail.example today. | rosa.diaz@mail.example | EMAIL
                    SSN 123-45-6789 was on the note. | 123-45-6789 | SSN
                    Member ID XYZ12345678 | Member ID XYZ12345678 | HEALTH_PLAN
                    account number 99812345 | account number 99812345 | ACCOUNT
                    driver's license D1234567 | license D1234567 | LICENSE
                    license plate ABC 1234 | plate ABC 1234 | VEHICLE
                    pacemaker serial number PM123456 | serial number PM123456 | DEVICE
                    See https://blog.example.com/rosa for the story. | https://blog.example.com/rosa | URL
                    logged in from 10.20.30.40 | 10.20.30.40 | IP
                    unlocked it with his fingerprint | fingerprint | BIOMETRIC
                    She kept a photo of the patient's face. | photo | PHOTO
                    specimen number S-20394 | specimen number S-20394 | OTHER_NUMBER
                    """)
    void findsEachClass(String text, String part, SafeHarborClass kind) {
        assertThat(privacy.check(text, KNOWN))
                .anySatisfy(
                        hit -> {
                            assertThat(hit.kind()).isEqualTo(kind);
                            assertThat(text.substring(hit.start(), hit.end()))
                                    .containsIgnoringCase(part);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Linh Nguyen is the best student I have had.",
                "Nguyen's presentations were crisp, and Munoz agreed.",
                "Her Glasgow Coma Scale, Apgar and Wells score were right.",
                "She read about Crohn's disease and Parkinson's at Mount Sinai.",
                "She placed a Foley under the eye of Dr. Patel.",
                "Dr. Patel and Maria Gomez, RN, praised her.",
                "BP 120/80, pain 7/10, strength 3/4, HR 92, SpO2 98%.",
                "Since July she has grown; her rotation ran from March 2 to March 27.",
                "A 54-year-old man with cirrhosis trusted him.",
                "Patients over 90 deserve slow talk.",
                "She started Lasix 40 mg IV and heparin 5000 units.",
                "Her ECFMG number 0-123-456-7 is on file.",
                "He taught in conference room 3.",
                "She looked it up on www.uptodate.com at once.",
                "Mr. Okonkwo is a fine learner."
            })
    void letsPraiseStand(String text) {
        assertThat(privacy.check(text, KNOWN)).isEmpty();
    }

    @Test
    void hitsComeInOrderAndDoNotOverlap() {
        List<PrivacyHit> hits =
                privacy.check(
                        "pt John Doe MRN 1234567, 93 yo, room 12, call 212-555-0133.", List.of());
        assertThat(hits).hasSize(5).isSortedAccordingTo((a, b) -> a.start() - b.start());
        for (int i = 1; i < hits.size(); i++) {
            assertThat(hits.get(i).start()).isGreaterThanOrEqualTo(hits.get(i - 1).end());
        }
    }

    @Test
    void aNameOnceAPatientsIsOneInTheWholeText() {
        String text = "Mrs. Okpara was septic. Later Okpara walked home.";
        assertThat(privacy.check(text, List.of())).hasSize(2);
    }

    @Test
    void aDoctorIsOneInTheWholeText() {
        String text = "Dr. Varga taught him to tap ascites. Varga's patient went home.";
        assertThat(privacy.check(text, List.of())).isEmpty();
    }

    @Test
    void aLearnersDateIsFreeAndAPatientsIsNot() {
        assertThat(privacy.check("The rotation began on May 4, 2026.", List.of())).isEmpty();
        assertThat(privacy.check("He was discharged on May 4, 2026.", List.of())).hasSize(1);
    }

    @Test
    void ninetyIsTooOldAndEightyNineIsNot() {
        assertThat(privacy.check("an 89-year-old man", List.of())).isEmpty();
        assertThat(privacy.check("a 90-year-old man", List.of())).hasSize(1);
        assertThat(privacy.check("patients aged 90 or older", List.of())).isEmpty();
    }

    @Test
    void namesAreKnownWithoutTheirAccents() {
        assertThat(privacy.check("I examined Munoz's notes.", KNOWN)).isEmpty();
        assertThat(privacy.check("I examined Muñoz's notes.", List.of("Jose Munoz"))).isEmpty();
    }

    @Test
    void oddTextsDoNoHarm() {
        for (String text :
                List.of(
                        "'", "-", "Mr.", "pt", "((((", "1/", "Dr.", "\ud83d", "🙂 🙂", "MRN", "a's",
                        "…")) {
            assertThat(privacy.check(text, KNOWN)).isEmpty();
        }
    }

    @Test
    void nothingHasNoHits() {
        assertThat(privacy.check(null, List.of())).isEmpty();
        assertThat(privacy.check(" \n", List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SafeHarborClass.class)
    void everyClassHasItsReason(SafeHarborClass kind) {
        assertThat(ResourceBundle.getBundle("messages.privacy").getString(kind.reasonKey()))
                .isNotBlank();
    }
}
