package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.preceptorportal.access.AssistantRefused;
import org.preceptorportal.access.Assistants;
import org.preceptorportal.access.Links;
import org.preceptorportal.access.SignIns;
import org.preceptorportal.adviser.Advisers;
import org.preceptorportal.delivery.Designees;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.RosterImport;
import org.preceptorportal.roster.RosterUpload;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;

/** How people come in, and how long they stay. */
@ArquillianTest
class EntryIT extends HouseStory {
    @Inject RosterImport rosters;
    @Inject Sites sites;
    @Inject Links links;
    @Inject SignIns signIns;
    @Inject Assistants assistants;
    @Inject Designees designees;
    @Inject Advisers advisers;

    @Test
    void aDryRunChangesNothingAndASecondImportChangesNothing() {
        Tenant tenant = school.open("import", 1);
        Caller coordinator = school.coordinator(tenant);
        List<RosterUpload> more =
                List.of(
                        new RosterUpload(
                                "sites.csv",
                                "site_code,name,street,city,state,postal_code,time_zone\nS9,South,9 Main St,Flint,MI,48502,America/Detroit\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(rosters.dryRun(coordinator, more).files().get(0).added()).isEqualTo(1);
        assertThat(sites.all(tenant.id())).hasSize(1);
        assertThat(rosters.run(coordinator, more).committed()).isTrue();
        assertThat(sites.all(tenant.id())).hasSize(2);
        assertThat(rosters.run(coordinator, more).changesNothing()).isTrue();
    }

    @Test
    void staffFindALearnerOfTheirOwnByPartOfTheName() {
        Caller coordinator = school.coordinator(school.open("found", 3));
        Caller elsewhere = school.coordinator(school.open("found-not", 1));
        assertThat(advisers.learners(coordinator, "RNER 002", 5))
                .extracting(Learner::fullName)
                .containsExactly("Learner 002");
        assertThat(advisers.learners(coordinator, "learner", 2)).hasSize(2);
        assertThat(advisers.learners(coordinator, " ", 5)).isEmpty();
        assertThat(advisers.learners(coordinator, "%", 5)).isEmpty();
        long theirs = advisers.learners(elsewhere, "learner", 5).get(0).id();
        assertThatThrownBy(() -> advisers.learner(coordinator, theirs))
                .isInstanceOf(NotForCaller.class);
    }

    @Test
    void aSignInEndsAtItsLimitsAndWithItsAccount() throws SQLException {
        Tenant tenant = school.open("limits", 1);
        String cookie = enter(link(tenant, "Ana"), null);
        assertThat(visitor(cookie).name()).startsWith("Ana Ruiz");

        String set =
                "update sign_in set %s where account_id in (select id from account where tenant_id ="
                        + " ?)";
        change(set.formatted("last_used_at = now() - interval '12 hours'"), tenant);
        assertThat(signIns.visitor(cookie, "127.0.0.1")).isEmpty();
        change(set.formatted("last_used_at = now() - interval '11 hours'"), tenant);
        assertThat(signIns.visitor(cookie, "127.0.0.1")).isPresent();
        assertThat(
                        count(
                                "select count(*) from sign_in s join account a on a.id = s.account_id"
                                        + " where a.tenant_id = ? and last_used_at > now() - interval"
                                        + " '1 minute'",
                                tenant))
                .as("a use is written down")
                .isEqualTo(1);

        change(set.formatted("expires_at = now()"), tenant);
        assertThat(signIns.visitor(cookie, "127.0.0.1")).isEmpty();
        change(set.formatted("expires_at = now() + interval '1 hour'"), tenant);
        assertThat(signIns.visitor(cookie, "127.0.0.1")).isPresent();

        change("update account set active = false where tenant_id = ?", tenant);
        assertThat(signIns.visitor(cookie, "127.0.0.1")).isEmpty();
    }

    @Test
    void theKeyOfUnsentTypingOutlivesAnExpiryAndNoSignOut() throws SQLException {
        Tenant tenant = school.open("keys", 1);
        String cookie = enter(link(tenant, "Ana"), null);
        String key = key(cookie);
        assertThat(java.util.Base64.getDecoder().decode(key)).hasSize(32);
        change(
                "update sign_in set expires_at = now() where account_id in (select id from account"
                        + " where tenant_id = ?)",
                tenant);
        String again = enter(link(tenant, "Ana"), cookie);
        assertThat(key(again)).as("the same browser").isEqualTo(key);
        String elsewhere = enter(link(tenant, "Ana"), null);
        assertThat(key(elsewhere)).as("another browser").isNotEqualTo(key);
        String colleague = enter(link(tenant, "Omar"), again);
        assertThat(key(colleague)).as("another person, same browser").isNotEqualTo(key);
        assertThat(signIns.visitor(again, "127.0.0.1")).as("one person a browser").isEmpty();
        String back = enter(link(tenant, "Ana"), colleague);
        assertThat(key(back)).as("back again").isEqualTo(key);

        long here = signIns.visitor(back, "127.0.0.1").orElseThrow().signInId();
        signIns.end(visitor(elsewhere), here);
        assertThat(signIns.visitor(back, "127.0.0.1")).isEmpty();
        assertThat(signIns.visitor(elsewhere, "127.0.0.1")).isPresent();
        assertThat(key(enter(link(tenant, "Ana"), back))).as("signed out").isNotEqualTo(key);
        signIns.endAll(visitor(elsewhere));
        assertThat(signIns.visitor(elsewhere, "127.0.0.1")).isEmpty();

        String stranger = enter(link(tenant, "Omar"), null);
        long ofStranger = signIns.visitor(stranger, "127.0.0.1").orElseThrow().signInId();
        Caller ana = visitor(enter(link(tenant, "Ana"), null));
        assertThatThrownBy(() -> signIns.end(ana, ofStranger)).isInstanceOf(NotForCaller.class);
    }

    @Test
    void anAssistantWhoIsRemovedUploadsNoLetterOfThatAuthorAnyMore() throws SQLException {
        Tenant tenant = school.open("assist-upload", 2);
        Caller omar = school.preceptor(tenant, "Omar");
        Caller ana = school.preceptor(tenant, "Ana");
        long ofOmar = school.draft(tenant, "L001");
        long ofAna = school.draft(tenant, "L002");
        assistants.invite(omar, "Sam Okafor", "Sam@assist-upload.example");
        designees.invite(omar, ofOmar, "Sam Okafor", "sam@assist-upload.example");
        designees.invite(omar, ofOmar, "Dana Cole", "dana@assist-upload.example");
        designees.invite(ana, ofAna, "Sam Okafor", "sam@assist-upload.example");

        assistants.remove(omar, assistants.mine(omar).get(0).id());
        assertThat(designees.of(omar, ofOmar))
                .extracting(Designees.Shown::name)
                .containsExactly("Dana Cole");
        assertThat(designees.of(ana, ofAna)).as("another author's letter").hasSize(1);
    }

    @Test
    void anAssistantComesInUnderTheirOwnNameUntilTheyAreRemoved() throws SQLException {
        Tenant tenant = school.open("assist", 1);
        Caller ana = school.preceptor(tenant, "Ana");
        Caller omar = school.preceptor(tenant, "Omar");
        assistants.invite(ana, "Sam Okafor", "Sam@assist.example");
        assistants.invite(omar, "Sam Okafor", "sam@assist.example");
        assertThatThrownBy(() -> assistants.invite(ana, "Sam", "sam@assist.example"))
                .isInstanceOf(AssistantRefused.class);
        assertThatThrownBy(() -> assistants.invite(ana, "Learner", "learner1@assist.example"))
                .as("advice and authorship stay apart")
                .isInstanceOf(AssistantRefused.class);
        assertThatThrownBy(() -> assistants.invite(ana, "Ana", "ana@assist.example"))
                .isInstanceOf(AssistantRefused.class);
        assertThatThrownBy(() -> assistants.mine(school.coordinator(tenant)))
                .isInstanceOf(NotForCaller.class);

        List<String> mails =
                strings("select body from mail where tenant_id = ? order by id", tenant.id());
        assertThat(mails).hasSize(2);
        String forAna = enter(mails.get(0).replaceAll("(?s).*(http\\S+t=\\S+).*", "$1"), null);
        String forOmar = enter(mails.get(1).replaceAll("(?s).*(http\\S+t=\\S+).*", "$1"), null);
        Caller sam = visitor(forAna);
        assertThat(sam.role()).isEqualTo(Role.ASSISTANT);
        assertThat(sam.name()).isEqualTo("Sam Okafor");
        assertThat(sam.actsFor(ana.personId())).isTrue();
        assertThat(sam.actsFor(omar.personId())).isFalse();

        links.request("sam@assist.example", "/home", "10.1.2.3");
        assertThat(
                        strings(
                                        "select body from mail where tenant_id = ? order by id desc limit 1",
                                        tenant.id())
                                .get(0))
                .contains("as an assistant of Ana Ruiz", "as an assistant of Omar Haddad");

        long id = assistants.mine(ana).get(0).id();
        assertThatThrownBy(() -> assistants.remove(omar, id)).isInstanceOf(NotForCaller.class);
        assistants.remove(ana, id);
        assertThat(assistants.mine(ana)).isEmpty();
        assertThat(signIns.visitor(forAna, "127.0.0.1")).isEmpty();
        assertThat(signIns.visitor(forOmar, "127.0.0.1")).isPresent();
        assertThat(
                        strings(
                                "select actor from audit_event where tenant_id = ? and role ="
                                        + " 'ASSISTANT' order by number limit 1",
                                tenant.id()))
                .containsExactly("Sam Okafor");
        // Somebody who assisted and becomes a learner is shut out too.
        change(
                "update learner set email = 'sam@assist.example' where tenant_id = ? and code ="
                        + " 'L001'",
                tenant);
        assertThat(signIns.visitor(forOmar, "127.0.0.1")).isEmpty();
        links.request("sam@assist.example", "/home", "10.1.2.3");
        assertThat(
                        strings(
                                        "select body from mail where tenant_id = ? order by id desc limit 1",
                                        tenant.id())
                                .get(0))
                .contains("as a learner")
                .doesNotContain("as an assistant");
    }

    private String link(Tenant tenant, String preceptor) {
        return links.link(
                tenant.id(),
                Role.PRECEPTOR,
                school.preceptor(tenant, preceptor).personId(),
                "/home");
    }

    private static String token(String link) {
        return link.substring(link.indexOf("t=") + 2);
    }

    private String enter(String link, String oldCookie) {
        long account = links.use(token(link), "127.0.0.1").orElseThrow().accountId();
        return signIns.begin(account, oldCookie, "Firefox/133.0 Linux", "127.0.0.1");
    }

    private Caller visitor(String cookie) {
        return signIns.visitor(cookie, "127.0.0.1").orElseThrow().caller();
    }

    private String key(String cookie) {
        return signIns.draftKey(signIns.visitor(cookie, "127.0.0.1").orElseThrow().signInId())
                .key();
    }
}
