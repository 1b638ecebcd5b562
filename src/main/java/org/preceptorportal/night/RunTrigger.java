package org.preceptorportal.night;

/** Why a run exists. The unique index of NI-1 counts {@code SCHEDULED} ones. */
public enum RunTrigger {
    SCHEDULED,
    REQUESTED
}
