package org.preceptorportal.house;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells whether two statements of one transactional method share a transaction of the database. */
@ApplicationScoped
public class TransactionProbe {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject TransactionProbe self;

    /** Does something within a call of this bean. */
    @Transactional
    public void during(Runnable act) {
        act.run();
    }

    /** The same, when a transaction is under way already. */
    @Transactional
    public void duringWithin(Runnable act) {
        self.during(act);
    }

    @Transactional
    public boolean isOne() {
        long first = number();
        return first == number();
    }

    private long number() {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("select txid_current()");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
