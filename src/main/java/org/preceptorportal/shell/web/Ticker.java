package org.preceptorportal.shell.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.preceptorportal.shell.Tick;

/** Lets every {@link Tick} of the portal tick, from its start to its end. */
@WebListener
public class Ticker implements ServletContextListener {
    private static final Logger LOG = System.getLogger(Ticker.class.getName());

    @Inject @Any Instance<Tick> ticks;

    @Resource ManagedScheduledExecutorService clock;

    private final List<Future<?>> running = new ArrayList<>();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        for (Tick tick : ticks) {
            tick.begin();
            running.add(
                    clock.scheduleWithFixedDelay(
                            () -> once(tick),
                            tick.first().toMillis(),
                            tick.every().toMillis(),
                            TimeUnit.MILLISECONDS));
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        running.forEach(future -> future.cancel(false));
    }

    private static void once(Tick tick) {
        try {
            tick.tick();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A tick failed; the next one comes all the same", e);
        }
    }
}
