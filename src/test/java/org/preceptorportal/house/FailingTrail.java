package org.preceptorportal.house;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicReference;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;

/** The real trail, until a test makes it unable to write one kind of event. */
@Alternative
@Priority(1)
@ApplicationScoped
public class FailingTrail extends AuditTrail {
    private static final AtomicReference<String> REFUSED = new AtomicReference<>("");

    public static void refuseToWrite(String action) {
        REFUSED.set(action);
    }

    public static void heal() {
        REFUSED.set("");
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            Caller caller, String action, String subjectType, Object subjectId, String detail) {
        if (action.equals(REFUSED.get())) {
            throw new IllegalStateException("the trail cannot be written");
        }
        super.record(caller, action, subjectType, subjectId, detail);
    }
}
