package org.preceptorportal.shell.health;

import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.preceptorportal.shell.database.DataSources;

/**
 * The nights are remembered in our database. A server started without preboot.txt would keep them
 * in a file that is gone at the next start.
 */
@ApplicationScoped
public class BatchRepositoryProbe implements Probe {
    @Resource(lookup = DataSources.PORTAL)
    DataSource database;

    @Override
    public String name() {
        return "batch repository";
    }

    @Override
    public void check() throws SQLException {
        Set<String> elsewhere = new HashSet<>(BatchRuntime.getJobOperator().getJobNames());
        elsewhere.removeAll(jobsInOurDatabase());
        if (!elsewhere.isEmpty()) {
            throw new IllegalStateException("jobs are kept outside our database: " + elsewhere);
        }
    }

    private Set<String> jobsInOurDatabase() throws SQLException {
        Set<String> names = new HashSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select distinct name from jb_jobinstancedata")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
