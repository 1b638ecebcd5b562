package org.preceptorportal.access;

import java.time.Duration;
import java.time.Instant;
import org.preceptorportal.shell.Role;

/**
 * How long a sign-in lasts (AC-6): OWASP ASVS 5.0, 7.3.1 and 7.3.2, asks for both limits. Staff see
 * many people's data and get those of NIST SP 800-63B, level 2 (§4.2.3); preceptors, learners and
 * assistants see their own, and a physician who must ask for a mail each time does not come back.
 *
 * @param idle ends it when it is not used for so long
 * @param whole ends it however much it is used
 */
record Stay(Duration idle, Duration whole) {
    static final Stay OF_STAFF = new Stay(Duration.ofMinutes(30), Duration.ofHours(12));
    static final Stay OF_PEOPLE = new Stay(Duration.ofHours(12), Duration.ofDays(7));

    /** Uses are written down at most so often: a page that saves while one types writes anyway. */
    static final Duration GRAIN = Duration.ofMinutes(1);

    static Stay of(Role role) {
        return role.isStaff() ? OF_STAFF : OF_PEOPLE;
    }

    boolean covers(Instant lastUsed, Instant now) {
        return now.isBefore(lastUsed.plus(idle));
    }
}
