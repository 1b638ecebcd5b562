package org.preceptorportal.story;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The files of the story: one new site and preceptor, two learners, rotations of last week. */
final class StoryRosters {
    static final String PRECEPTOR = "Mara Lindqvist";
    static final String PRECEPTOR_EMAIL = "mara.lindqvist@riverbend.example";
    static final String LEARNER = "ليلى منصور";
    static final String LEARNER_LATIN = "Layla Mansour";
    static final String LEARNER_EMAIL = "layla.mansour@story.example";
    static final String OTHER = "Søren Núñez";
    static final String OTHER_EMAIL = "soren.nunez@story.example";

    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("MM/dd/uuuu");

    private StoryRosters() {}

    /** The NPI's check digit is wrong, and a site is misspelled. */
    static FilePayload[] faulty() {
        return files("1245319598", "RIVERBAND");
    }

    static FilePayload[] clean() {
        return files("1245319599", "RVB");
    }

    private static FilePayload[] files(String npi, String rotationSite) {
        LocalDate end = LocalDate.now(java.time.ZoneId.of("America/Detroit")).minusDays(6);
        LocalDate start = end.minusWeeks(4);
        return new FilePayload[] {
            csv(
                    "rotations.csv",
                    """
                    End,Start,rotation_id,learner_id,npi,site,rotation_type,specialty,setting,hours
                    %1$s,%2$s,STORY-1,ST-1,%3$s,%4$s,sub-internship,Internal Medicine,inpatient,45
                    %1$s,%2$s,STORY-2,ST-2,%3$s,RVB,externship,Internal Medicine,outpatient,36
                    """
                            .formatted(end.format(US), start, npi, rotationSite)),
            csv(
                    "learners.csv",
                    "\uFEFF"
                            + """
                            name,latin_name,E-Mail,learner_id,medical_school,stage
                            %s,%s,%s,ST-1,Damascus University,graduate
                            %s,,%s,ST-2,Universidad de Granada,student
                            """
                                    .formatted(
                                            LEARNER,
                                            LEARNER_LATIN,
                                            LEARNER_EMAIL,
                                            OTHER,
                                            OTHER_EMAIL)),
            csv(
                    "preceptors.csv",
                    """
                    npi,full_name,credentials,title,specialty,email,phone,site_code
                    %s,%s,"MD, FACP",Clinical Associate Professor,Internal Medicine,%s,+1 419 555 0188,RVB
                    """
                            .formatted(npi, PRECEPTOR, PRECEPTOR_EMAIL)),
            csv(
                    "sites.csv",
                    """
                    site_code,name,street,city,state,postal_code,time_zone,phone
                    RVB,Riverbend Hospital,"7 Wharf Road
                    Building C",Toledo,OH,43604,America/New_York,+1 419 555 0100
                    """)
        };
    }

    private static FilePayload csv(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
