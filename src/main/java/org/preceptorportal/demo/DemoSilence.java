package org.preceptorportal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.preceptorportal.reminder.Silence;
import org.preceptorportal.shell.Tenant;

/**
 * Nobody is reminded of a season that is still being made: its mails are cleared away at the end,
 * and what was reminded of then would never be again.
 */
@ApplicationScoped
public class DemoSilence implements Silence {
    @Inject DemoSeason season;

    @Override
    public boolean covers(Tenant tenant) {
        return tenant.demo() && season.state() == DemoSeason.State.LOADING;
    }
}
