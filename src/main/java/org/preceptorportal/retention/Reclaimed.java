package org.preceptorportal.retention;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** What the nights of an institution threw away. */
@ApplicationScoped
public class Reclaimed {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject AuditTrail audit;

    /**
     * What one night threw away of one kind.
     *
     * @param what the rule's code, {@code stored-files} or {@code job-executions}
     * @param bytes of stored files; 0 for rows
     */
    public record Line(LocalDate night, String what, long items, long bytes) {}

    /**
     * The newest nights first.
     *
     * @throws org.preceptorportal.shell.NotForCaller unless administrator or auditor
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Line> newest(Caller caller, int limit) {
        if (!caller.is(Role.ADMINISTRATOR, Role.AUDITOR)) {
            throw audit.refuse(caller, "reclaimed", "list");
        }
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select n.night, k.what, k.items, k.bytes from reclaimed k join run r"
                                        + " on r.id = k.run_id join night n on n.id = r.night_id where"
                                        + " r.tenant_id = ? order by n.id desc, k.what limit ?")) {
            select.setLong(1, caller.tenantId());
            select.setInt(2, limit);
            List<Line> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(
                            new Line(
                                    row.getObject(1, LocalDate.class),
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getLong(4)));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("what was thrown away cannot be read", e);
        }
    }
}
