package org.preceptorportal.notify;

import org.preceptorportal.shell.Role;

/** Makes the links that mails carry. The access room has the keys to it. */
public interface Doorway {
    /**
     * A new one-time link, in the running transaction.
     *
     * @param role preceptor or learner
     * @param personId their id in the roster
     * @param target path within the portal, query included
     * @return the whole address; it is a secret for the recipient's eyes
     */
    String link(long tenantId, Role role, long personId, String target);

    /**
     * The same for a letter's designee, who is in no roster.
     *
     * @param email by which they are known
     */
    String designeeLink(long tenantId, String name, String email, String target);
}
