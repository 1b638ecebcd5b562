package org.preceptorportal.roster;

/** How a program takes letters: from this portal, or only through another service. */
public enum DeliveryChannel {
    DIRECT,
    ERAS,
    RESIDENCYCAS
}
