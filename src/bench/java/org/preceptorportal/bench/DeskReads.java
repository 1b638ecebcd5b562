package org.preceptorportal.bench;

import java.lang.reflect.Field;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.preceptorportal.desk.DeskFilter;
import org.preceptorportal.desk.DeskLists;
import org.preceptorportal.desk.Order;
import org.preceptorportal.desk.Quality;
import org.preceptorportal.desk.Show;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** What the desk's pages read, as they read it: the portal's own beans on a given database. */
public final class DeskReads {
    private static final int PAGE = 50;
    private static final Caller COORDINATOR =
            new Caller(1L, DeskSeason.TENANT, Role.COORDINATOR, null, null, "Bench", null);

    private final DeskLists lists = new DeskLists();
    private final Quality quality = new Quality();
    private final Map<String, Runnable> all = new LinkedHashMap<>();

    public DeskReads(DataSource database) {
        set(lists, "database", database);
        set(lists, "clock", Clock.systemUTC());
        set(quality, "database", database);
        set(quality, "clock", Clock.systemUTC());
        set(quality, "lists", lists);
        DeskFilter owed = DeskFilter.owed();
        page("owed, by due date", owed);
        page("overdue, the most late first", owed.showing(Show.OVERDUE).by(Order.LATENESS));
        page("all, by learner", owed.showing(Show.ALL).by(Order.LEARNER));
        page("all, by preceptor, backwards", owed.showing(Show.ALL).by(Order.PRECEPTOR).by(Order.PRECEPTOR));
        page("submitted, the latest due first", owed.showing(Show.SUBMITTED).by(Order.DUE));
        page("excused, by learner", owed.showing(Show.EXCUSED).by(Order.LEARNER));
        page("one site, owed", new DeskFilter(null, null, 1003L, null, null, "", null, false));
        page("one preceptor", owed.showing(Show.ALL).ofPreceptor(10002L));
        page("one learner", owed.showing(Show.ALL).ofLearner(100003L));
        page("a name", new DeskFilter(Show.ALL, null, null, null, null, "learner d11", null, false));
        all.put(
                "turnaround",
                () -> lists.turnaround(COORDINATOR, Phase.FINAL, null, null).median());
        all.put(
                "turnaround of one site",
                () -> lists.turnaround(COORDINATOR, Phase.FINAL, 1003L, null).median());
        all.put("data quality", () -> quality.flags(COORDINATOR, false, null, 0, PAGE));
    }

    /** By name; each is what one page asks the database for. */
    public Map<String, Runnable> all() {
        return all;
    }

    private void page(String name, DeskFilter filter) {
        all.put(
                name,
                () -> {
                    lists.counts(COORDINATOR, filter);
                    lists.page(COORDINATOR, filter, 0, PAGE);
                });
    }

    private static void set(Object bean, String name, Object value) {
        try {
            Field field = bean.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(bean, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
