/**
 * People, sites, programs and rotations of an institution, and their import from CSV files.
 *
 * <p>Rules. <b>RO-1</b> an import is all or nothing, after a dry run that names every faulty row.
 * <b>RO-2</b> importing the same files twice changes nothing, and a column that a file leaves out
 * stays as it is. <b>RO-3</b> every row belongs to one institution. <b>RO-4</b> names are kept as
 * written, in any script.
 *
 * <p>Out of scope: accounts ({@code access}); what is owed for a rotation ({@code evaluation}).
 */
@Room(
        name = "roster",
        uses = {"audit", "shell"})
package org.preceptorportal.roster;

import org.preceptorportal.Room;
