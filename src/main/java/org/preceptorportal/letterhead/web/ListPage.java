package org.preceptorportal.letterhead.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.letterhead.LetterheadKeeping;
import org.preceptorportal.letterhead.LetterheadKeeping.Shown;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;

/** The caller's letterheads: {@code /letterhead/list}. */
@Named("letterheadListPage")
@ViewScoped
public class ListPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String AGAIN = "/letterhead/list?faces-redirect=true";

    @Inject LetterheadKeeping keeping;
    @Inject CurrentCaller caller;

    private List<Shown> all;

    public List<Shown> getAll() {
        if (all == null) {
            all = keeping.list(caller.get());
        }
        return all;
    }

    public String makeUsual(long id) {
        keeping.makeUsual(caller.get(), id);
        return AGAIN;
    }

    public String remove(long id) {
        keeping.remove(caller.get(), id);
        return AGAIN;
    }

    /** Coordinators keep what sites share. */
    public boolean isCoordinator() {
        return caller.get().is(Role.COORDINATOR);
    }
}
