package org.preceptorportal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;

/** Words a mail with a one-time link and puts it into the outbox, in the running transaction. */
@ApplicationScoped
class Letterbox {
    @Inject Outbox outbox;
    @Inject Doorway doorway;
    @Inject Tenants tenants;
    @Inject Words words;

    /**
     * @param kind of mail: {@code mail.<kind>.subject} and {@code .body} of the bundle
     * @param target where its link leads
     * @param facts for the body's first places; the link takes the place after them
     */
    void mail(
            long tenantId,
            String eventKey,
            Role role,
            long personId,
            String recipient,
            String kind,
            String target,
            Object... facts) {
        if (outbox.holds(eventKey, recipient)) {
            return;
        }
        Object[] all = Arrays.copyOf(facts, facts.length + 1);
        all[facts.length] = doorway.link(tenantId, role, personId, target);
        outbox.send(
                tenantId,
                eventKey,
                recipient,
                words.say("notify", "mail." + kind + ".subject"),
                words.say("notify", "mail." + kind + ".body", all)
                        + words.say("notify", "mail.foot", tenants.get(tenantId).name()));
    }
}
