package org.preceptorportal.demo;

import java.util.List;
import org.preceptorportal.shell.Role;

/**
 * The demo's accounts. Their password is printed in the README and the banner, so it opens nothing
 * but the demo institution, and not even that where {@code portal.demo} is false.
 */
final class DemoAccounts {
    static final String PASSWORD = "northgate-demo";

    /** A coordinator who advises the demo learner, and so sees none of that learner's letters. */
    static final String ADVISER = "adviser@northgate.example";

    static final String ADVISER_NAME = "Noor Haddad";

    /** An account of staff; the program's code for program staff, else null. */
    record Staff(Role role, String email, String name, String program) {}

    static final List<Staff> STAFF =
            List.of(
                    new Staff(
                            Role.COORDINATOR,
                            "coordinator@northgate.example",
                            "Carla Mendes",
                            null),
                    new Staff(Role.COORDINATOR, ADVISER, ADVISER_NAME, null),
                    new Staff(
                            Role.PROGRAM_STAFF,
                            "program@northgate.example",
                            "Peter Lang",
                            "1402521001"),
                    new Staff(
                            Role.PROGRAM_STAFF,
                            "family@lakeview.example",
                            "Joy Okeke",
                            "1203531002"),
                    new Staff(Role.ADMINISTRATOR, "admin@northgate.example", "Sam Rivera", null),
                    new Staff(Role.AUDITOR, "auditor@northgate.example", "Ines Vogel", null));

    /** The preceptor and the learner who always have something to do. */
    static final String PRECEPTOR = "ana.ruiz@northgate.example";

    static final String LEARNER = "linh.nguyen@learners.example";

    /** Drafts for the preceptor. */
    static final String ASSISTANT = "sam.okafor@northgate.example";

    static final String ASSISTANT_NAME = "Sam Okafor";

    /** Uploads two letters for the preceptor. */
    static final String DESIGNEE = "dana.cole@northgate.example";

    static final String DESIGNEE_NAME = "Dana Cole";

    private DemoAccounts() {}

    /** What the banner prints. */
    static String card() {
        return """
                Demo accounts, password %s
                  coordinator    coordinator@northgate.example
                  adviser        %s (a coordinator who advises the learner below)
                  program staff  program@northgate.example
                  administrator  admin@northgate.example
                  auditor        auditor@northgate.example
                Sign in by a mailed link (the administrator's Outbox page shows the mails)
                  preceptor      %s
                  assistant      %s
                  designee       %s
                  learner        %s
                """
                .formatted(PASSWORD, ADVISER, PRECEPTOR, ASSISTANT, DESIGNEE, LEARNER);
    }
}
