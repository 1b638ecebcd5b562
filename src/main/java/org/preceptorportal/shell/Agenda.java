package org.preceptorportal.shell;

import java.util.List;

/**
 * What a room has to say on somebody's start page. Each room that gives people something to do has
 * one bean of this type; the start page asks them all and sorts by urgency.
 */
@FunctionalInterface
public interface Agenda {
    /**
     * @return what this caller should do, waits for, or has lately finished; empty when the room
     *     has nothing to say. Only what the caller may see.
     */
    List<Task> tasksFor(Caller caller);
}
