/**
 * What changes by season: dates, limits, the night's hour, the reminder ladder. It is data, in
 * {@code seasons/seasons.json}, and never code (S8).
 *
 * <p>Rules. <b>SE-1</b> no other room holds a date, limit or hour of a season. <b>SE-2</b> exactly
 * one season is current on any day; a gap or a broken reminder ladder is an error at start-up.
 */
@Room(
        name = "season",
        uses = {"shell"})
package org.preceptorportal.season;

import org.preceptorportal.Room;
