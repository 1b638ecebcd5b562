package org.preceptorportal.demo;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.reminder.Reminding;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.database.Migration;

/** Fills an empty portal at its first start, in the background (rules DE-1 to DE-4). */
@ApplicationScoped
public class DemoSeason {
    private static final Logger LOG = Logger.getLogger(DemoSeason.class.getName());

    /** Where a load stands. */
    public enum State {
        NOT_WANTED,
        LOADING,
        LOADED,
        FAILED
    }

    @Inject
    @ConfigProperty(name = "portal.demo", defaultValue = "false")
    boolean wanted;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    @Resource ManagedExecutorService background;
    @EJB Migration migration;
    @Inject Tenants tenants;
    @Inject DemoInstitution institution;
    @Inject DemoForms forms;
    @Inject DemoEvaluations evaluations;
    @Inject DemoEncounters encounters;
    @Inject DemoLearning learning;
    @Inject DemoLetters letters;
    @Inject DemoNight night;
    @Inject Reminding reminding;

    private volatile State state = State.NOT_WANTED;

    /** Called once, by {@link DemoStart}. */
    public void begin() {
        // It answers when the schema is current.
        migration.version();
        // The card is written last: where it stands, the season is whole (DE-3).
        if (!wanted || Files.exists(card()) || !isEmptyOrDemo()) {
            return;
        }
        state = State.LOADING;
        background.execute(this::load);
    }

    public State state() {
        return state;
    }

    private boolean isEmptyOrDemo() {
        List<Tenant> all = tenants.all();
        return all.isEmpty() || (all.size() == 1 && all.get(0).demo());
    }

    private void load() {
        try {
            Tenant tenant = institution.make();
            forms.make(tenant);
            learning.beforeTheEnd(tenant);
            evaluations.make(tenant);
            encounters.make(tenant);
            learning.besideIt(tenant);
            letters.make(tenant);
            night.run(tenant);
            institution.tidy(tenant.id());
            // What is owed today: the newcomer's first links to follow.
            reminding.remindNow(tenant);
            Files.writeString(card(), DemoAccounts.card());
            state = State.LOADED;
            LOG.info("The demo season is loaded");
        } catch (IOException | RuntimeException e) {
            state = State.FAILED;
            LOG.log(Level.SEVERE, e, () -> "The demo season could not be loaded");
        }
    }

    private Path card() {
        return Path.of(data, "accounts.txt");
    }
}
