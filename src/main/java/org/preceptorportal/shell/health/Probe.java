package org.preceptorportal.shell.health;

/**
 * One thing that must work before this portal may serve. A room adds one by a CDI bean of this
 * type; all are asked at each {@code GET /health/ready}, so they must answer in milliseconds.
 */
public interface Probe {
    /** Short and in words, as shown by {@code /health/ready}: {@code database}. */
    String name();

    /**
     * @throws Exception if it does not work; the message goes to the log only
     */
    void check() throws Exception;
}
