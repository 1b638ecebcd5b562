package org.preceptorportal.notify;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;

/** One mail a preceptor for all evaluations that came due since the last one (NO-1). */
@ApplicationScoped
public class EvaluationDigests {
    private static final Logger LOG = System.getLogger(EvaluationDigests.class.getName());
    private static final String KEY = "duties-owed:";

    /** More names are on the page behind the link; more ids would not fit the key. */
    private static final int MOST = 60;

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Tenants tenants;
    @Inject Preceptors preceptors;
    @Inject Duties duties;
    @Inject Letterbox letterbox;
    @Inject Dates dates;
    @Inject Words words;
    @Inject EvaluationDigests self;

    /** Writes to every preceptor of every institution who newly owes something. */
    public void mailAll() {
        for (Tenant tenant : tenants.all()) {
            for (Preceptor preceptor : preceptors.all(tenant.id())) {
                try {
                    self.mail(tenant, preceptor);
                } catch (RuntimeException e) {
                    // Nobody else's mail waits for it; the next hour tries again. A message or a
                    // stack trace could quote the address.
                    LOG.log(
                            Level.ERROR,
                            "The digest of preceptor {0} failed: {1}",
                            Long.toString(preceptor.id()),
                            e.getClass().getName());
                }
            }
        }
    }

    /** One preceptor, in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void mail(Tenant tenant, Preceptor preceptor) {
        Set<Long> told = toldOf(preceptor.email());
        List<DutyView> news =
                duties.owedBy(preceptor.id()).stream()
                        .filter(each -> !told.contains(each.dutyId()))
                        .limit(MOST)
                        .toList();
        if (news.isEmpty()) {
            return;
        }
        letterbox.mail(
                tenant.id(),
                KEY + join(news, each -> Long.toString(each.dutyId()), ","),
                Role.PRECEPTOR,
                preceptor.id(),
                preceptor.email(),
                "owed",
                news.size(),
                "/evaluation/work",
                preceptor.fullName(),
                join(news, each -> line(each, tenant.zone()), "\n"));
    }

    private String line(DutyView each, ZoneId zone) {
        String day = dates.day(LocalDate.ofInstant(each.due(), zone));
        return words.say("notify", "mail.owed.line", each.learner(), day);
    }

    private static String join(
            List<DutyView> list, Function<DutyView, String> word, String between) {
        return list.stream().map(word).collect(Collectors.joining(between));
    }

    /** The duties this recipient was already written to about: the event keys tell. */
    private Set<Long> toldOf(String recipient) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select event_key from mail where recipient = ? and event_key like ?")) {
            select.setString(1, recipient);
            select.setString(2, KEY + "%");
            Set<Long> told = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    for (String id : row.getString(1).substring(KEY.length()).split(",")) {
                        told.add(Long.valueOf(id));
                    }
                }
            }
            return told;
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be read", e);
        }
    }
}
