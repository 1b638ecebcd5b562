package org.preceptorportal.roster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.preceptorportal.house.RealWar;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;

@ArquillianTest
class RosterImportIT {
    @Deployment
    static WebArchive war() {
        return RealWar.with(RosterImportIT.class);
    }

    @Inject RosterImport rosters;
    @Inject Tenants tenants;
    @Inject Sites sites;

    @Test
    void aDryRunChangesNothingAndASecondImportChangesNothing() {
        Tenant school =
                tenants.add(
                        new Tenant(
                                "import-school",
                                "Import School",
                                ZoneId.of("America/New_York"),
                                false));
        Caller portal = Caller.portal(school.id());
        List<RosterUpload> files =
                List.of(
                        new RosterUpload(
                                "sites.csv",
                                ("site_code,name,street,city,state,postal_code,time_zone\n"
                                                + "S1,North,1 Main St,Ann Arbor,MI,48104,America/Detroit\n")
                                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(rosters.dryRun(portal, files).files().get(0).added()).isEqualTo(1);
        assertThat(sites.all(school.id())).isEmpty();
        assertThat(rosters.run(portal, files).committed()).isTrue();
        assertThat(sites.all(school.id())).hasSize(1);
        assertThat(rosters.run(portal, files).changesNothing()).isTrue();
    }
}
