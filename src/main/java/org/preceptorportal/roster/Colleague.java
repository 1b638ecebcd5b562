package org.preceptorportal.roster;

import java.io.Serializable;

/**
 * A preceptor as another one may see and choose them.
 *
 * @param name with credentials
 */
public record Colleague(long id, String name, String specialty, String site)
        implements Serializable {}
