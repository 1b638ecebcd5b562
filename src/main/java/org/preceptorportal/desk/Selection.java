package org.preceptorportal.desk;

import java.io.Serializable;
import java.util.Set;

/**
 * What an action is to be done with (DE-3).
 *
 * @param all true for everything that matches the filter but the ids, false for the ids alone
 */
public record Selection(DeskFilter filter, boolean all, Set<Long> ids) implements Serializable {
    public Selection {
        ids = Set.copyOf(ids);
    }
}
