package org.preceptorportal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.preceptorportal.form.FormDraft;
import org.preceptorportal.form.FormView;
import org.preceptorportal.form.Publishing;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;

/** A form of the institution's own, published once, with the next version begun. */
@ApplicationScoped
class DemoForms {
    @Inject Publishing publishing;

    /** All or nothing, so that a resumed load equals a clean one. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void make(Tenant tenant) {
        Caller coordinator =
                new Caller(
                        null,
                        tenant.id(),
                        Role.COORDINATOR,
                        null,
                        null,
                        DemoAccounts.STAFF.get(0).name(),
                        null);
        if (publishing.list(coordinator).stream().anyMatch(FormView::own)) {
            return;
        }
        FormDraft first =
                publishing.draft(coordinator, publishing.start(coordinator, "mid", 1, true));
        first =
                publishing.save(
                        coordinator,
                        first.id(),
                        first.version(),
                        first.text()
                                .replace("title: Halfway conversation", "title: Halfway through")
                                .replaceFirst(
                                        "(?m)^rotation-types: .*$",
                                        "rotation-types: [sub-internship]"));
        int number = publishing.publish(coordinator, first.id(), first.version());
        FormDraft next =
                publishing.draft(
                        coordinator, publishing.start(coordinator, first.code(), number, false));
        publishing.save(
                coordinator,
                next.id(),
                next.version(),
                next.text()
                        .replace(
                                "label: Listens, and speaks clear English",
                                "label: Listens, explains and speaks clear English")
                        .replace(
                                "label: What goes well so far",
                                "label: What should go on as it is"));
    }
}
