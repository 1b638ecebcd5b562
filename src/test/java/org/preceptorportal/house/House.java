package org.preceptorportal.house;

import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.preceptorportal.judges.Pdfsig;
import org.preceptorportal.judges.Tool;
import org.preceptorportal.ledger.SomeThreads;
import org.preceptorportal.night.TakeOver;

/** The one portal in which all stories of the house run: each class of them is listed here. */
@ArquillianSuiteDeployment
public final class House {
    private House() {}

    @Deployment
    public static WebArchive war() {
        return RealWar.with(
                HouseStory.class,
                NightIT.class,
                NightRunningIT.class,
                PacketIT.class,
                ArchiveIT.class,
                LetterIT.class,
                KeptForGoodIT.class,
                EntryIT.class,
                RemindingIT.class,
                School.class,
                FailingBlobs.class,
                FailingTrail.class,
                Pdfsig.class,
                Tool.class,
                TakeOver.class,
                SomeThreads.class,
                TransactionProbe.class,
                TransactionTick.class);
    }
}
