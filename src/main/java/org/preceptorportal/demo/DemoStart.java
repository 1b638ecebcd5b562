package org.preceptorportal.demo;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Begins the load. Not an enterprise bean: in what one of those starts without a transaction,
 * Payara leaves plain JDBC out of the transactions of CDI beans, so that mails and audit events
 * would commit by themselves.
 */
@WebListener
public class DemoStart implements ServletContextListener {
    @Inject DemoSeason season;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        season.begin();
    }
}
