package org.preceptorportal.retention;

/** A row whose time has come by a rule. */
public record Candidate(int rule, long id) {}
