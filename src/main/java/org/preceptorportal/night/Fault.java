package org.preceptorportal.night;

import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.transaction.xa.XAException;
import org.preceptorportal.ledger.OutsideFault;

/**
 * What ended a step.
 *
 * @param said step and kind of error; messages may quote rows and stay out (NI-6)
 * @param outside whether it lies outside the portal and its data: a store that refuses, a
 *     connection that is gone, a service that does not answer. The same again may go well (NI-11).
 */
public record Fault(String said, boolean outside) {
    /**
     * Classes of SQLSTATE that speak of the server and not of the statement: connection, resources
     * (disk, memory), operator intervention (shutdown), system error, and transactions that lost
     * against others.
     */
    private static final Set<String> OF_THE_SERVER = Set.of("08", "53", "57", "58", "40");

    public static Fault of(String step, Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        return new Fault(
                step + ": " + kind(chain.get(chain.size() - 1)),
                chain.stream().anyMatch(Fault::isOutside));
    }

    /**
     * No listener heard of it: what failed is the keeping of Jakarta Batch's own records, in the
     * database, or an {@code Error} in a chunk, such as want of memory. Both may be over in a
     * moment.
     */
    static Fault unheard(String job) {
        return new Fault(job, true);
    }

    private static String kind(Throwable root) {
        String name = root.getClass().getSimpleName();
        return root instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }

    private static boolean isOutside(Throwable cause) {
        if (cause instanceof SQLException sql) {
            // The server's pool gives no state when it gets no connection.
            return sql.getSQLState() == null
                    ? sql.getCause() == null || !(sql.getCause() instanceof SQLException)
                    : OF_THE_SERVER.contains(sql.getSQLState().substring(0, 2));
        }
        return cause instanceof IOException
                || cause instanceof OutsideFault
                // A connection lost at the commit: of its cause the server keeps the words only. No
                // constraint of ours waits for the commit, so it speaks of nothing else.
                || cause instanceof XAException
                // At the commit the server does not always say what hindered it.
                || cause instanceof RollbackException && cause.getCause() == null;
    }

    private static List<Throwable> chain(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = thrown; each != null && seen.add(each); each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }
}
