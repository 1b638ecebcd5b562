package org.preceptorportal.roster;

/** Fired in the transaction of an import that changed something. */
public record RosterImported(long tenantId) {}
