package org.preceptorportal.shell;

import java.util.Arrays;
import java.util.Objects;

/**
 * Who asks: the first argument of every use case.
 *
 * @param accountId the account, or null when the portal itself acts (night, demo) or an API key
 *     that is nobody's and so opens no letter
 * @param tenantId the institution whose rows this caller may see
 * @param role what the caller may do; null only for the portal itself
 * @param personId the preceptor's or learner's id in the roster; for an assistant their
 *     preceptor's; else null
 * @param programId the program of program staff, else null
 * @param name how audit and pages call them
 * @param address network address, for the audit trail; may be null
 */
public record Caller(
        Long accountId,
        long tenantId,
        Role role,
        Long personId,
        Long programId,
        String name,
        String address) {

    public Caller {
        Objects.requireNonNull(name, "a caller has a name");
        if ((role == Role.PRECEPTOR || role == Role.LEARNER || role == Role.ASSISTANT)
                && personId == null) {
            throw new IllegalArgumentException(
                    "a preceptor, their assistant or a learner belongs to a person of the roster");
        }
        if (role == Role.PROGRAM_STAFF && programId == null) {
            throw new IllegalArgumentException("program staff belong to a program");
        }
    }

    /** The portal itself, acting for one institution: the night, the mail, the demo. */
    public static Caller portal(long tenantId) {
        return new Caller(null, tenantId, null, null, null, "Preceptor Portal", null);
    }

    public boolean isPortal() {
        return role == null;
    }

    public boolean is(Role... roles) {
        return role != null && Arrays.asList(roles).contains(role);
    }

    /** True for the preceptor or learner with this roster id. */
    public boolean isPerson(Role asRole, long id) {
        return role == asRole && personId != null && personId == id;
    }

    /** True for this preceptor and for their assistants: who may draft, but not submit. */
    public boolean actsFor(long preceptorId) {
        return isPerson(Role.PRECEPTOR, preceptorId) || isPerson(Role.ASSISTANT, preceptorId);
    }
}
