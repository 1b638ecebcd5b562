/**
 * The demo season: an empty portal becomes one in which everything has already happened once.
 *
 * <p>Rules. <b>DE-1</b> rosters go through the same import that coordinators use, finals and
 * letters through the same use cases; what lies between is written set by set. <b>DE-2</b> only an
 * empty portal is filled, and only when {@code portal.demo} allows it. <b>DE-3</b> an interrupted
 * load goes on at the next start; nothing is made twice. <b>DE-4</b> everything belongs to one
 * institution marked as demo.
 *
 * <p>This room uses all others and nobody uses it.
 */
@Room(
        name = "demo",
        uses = {
            "access",
            "adviser",
            "attachment",
            "delivery",
            "card",
            "duty",
            "evaluation",
            "feedback",
            "form",
            "letter",
            "letterhead",
            "signing",
            "stepup",
            "release",
            "rendition",
            "asking",
            "night",
            "notify",
            "reminder",
            "roster",
            "season",
            "structure",
            "shell"
        })
package org.preceptorportal.demo;

import org.preceptorportal.Room;
