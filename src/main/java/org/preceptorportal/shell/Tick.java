package org.preceptorportal.shell;

import java.time.Duration;

/**
 * Something that every node does again and again; the database decides which node acts. A room adds
 * one by a CDI bean of this type.
 *
 * <p>Not a timer of an enterprise bean: in what one of those starts, Payara leaves plain JDBC out
 * of the transactions of CDI beans, so that every statement would commit by itself; and its
 * persistent timers fire once after a fail-over and then never again (docs/adr/0003).
 */
public interface Tick {
    /** Once, when the portal starts, before anybody is served. */
    default void begin() {}

    /** How long after the start the first tick comes. */
    Duration first();

    /** How long after the end of a tick the next one comes. */
    Duration every();

    /** One tick; an exception is logged and does not end the ticking. */
    void tick();
}
