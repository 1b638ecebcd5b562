package org.preceptorportal.desk.web;

import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.preceptorportal.desk.DeskFilter;
import org.preceptorportal.desk.Selection;
import org.preceptorportal.duty.DutyView;

/**
 * Which rows are ticked, over all pages of a list. Ticks are plain fields of the form: each request
 * brings those of the page that was shown, and they are put to the rest.
 */
public class Picks implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Set<Long> shown = new HashSet<>();
    private final Set<Long> ids = new HashSet<>();
    private boolean all;

    /** Reads the ticks of the page that was shown, once a request. */
    public void take(FacesContext faces) {
        if (!faces.isPostback() || shown.isEmpty()) {
            return;
        }
        String[] ticked = faces.getExternalContext().getRequestParameterValuesMap().get("pick");
        take(ticked == null ? List.of() : Arrays.asList(ticked));
    }

    void take(Collection<String> ticked) {
        for (Long id : shown) {
            // In "all" the ids are those taken out.
            if (ticked.contains(id.toString()) == all) {
                ids.remove(id);
            } else {
                ids.add(id);
            }
        }
        shown.clear();
    }

    void shows(List<DutyView> page) {
        shown.clear();
        page.forEach(row -> shown.add(row.dutyId()));
    }

    void everything(boolean yes) {
        shown.clear();
        ids.clear();
        all = yes;
    }

    Selection selection(DeskFilter filter) {
        take(FacesContext.getCurrentInstance());
        return new Selection(filter, all, ids);
    }

    long number(long matching) {
        return all ? matching - ids.size() : ids.size();
    }

    public boolean picked(long id) {
        return ids.contains(id) != all;
    }
}
