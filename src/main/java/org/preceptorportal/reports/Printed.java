package org.preceptorportal.reports;

/** A document and how many pages it has. */
public record Printed(byte[] pdf, int pages) {}
