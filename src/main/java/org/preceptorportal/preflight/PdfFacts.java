package org.preceptorportal.preflight;

/**
 * What an accepted PDF is like.
 *
 * @param widthPt of the first page as it is seen, in points of 1/72 inch
 * @param heightPt of the first page as it is seen
 */
public record PdfFacts(int pages, float widthPt, float heightPt) {}
