package org.preceptorportal.reports;

/** A piece of a letter's body. */
public sealed interface Block permits Paragraph, Bullets, Heading, Ratings, Grid {}
