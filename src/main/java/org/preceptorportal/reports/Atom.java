package org.preceptorportal.reports;

/** The smallest unit that is never parted: a line, a table row, a figure. */
final class Atom {
    float before;
    float after;
    float height;
    boolean glued;
    boolean onNewPage;
    Atom head;
    Drawing drawing;

    interface Drawing {
        void draw(Ink ink, float left, float top);
    }
}
