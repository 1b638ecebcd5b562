package org.preceptorportal.archive;

/** A time-stamp authority's revocation list is not to be had now: the file waits (AR-6). */
public class ListNotFetched extends NotLiftable {
    private static final long serialVersionUID = 1L;

    ListNotFetched(Throwable cause) {
        super("The revocation list of a time-stamp authority could not be fetched", cause);
    }
}
