/**
 * Keeps bytes under their own hash: {@code put(bytes) -> sha256}, {@code open(sha256)}.
 *
 * <p>Rules. <b>ST-1</b> a blob never changes: its name is the SHA-256 of its bytes. <b>ST-2</b>
 * equal bytes are kept once. <b>ST-3</b> the file is durable before the row that names it commits.
 * <b>ST-4</b> what is read back is checked against its name; a damaged blob is refused by name.
 * <b>ST-5</b> a file is deleted only under its row's lock: who finds none inserts one, deletes the
 * file and takes the row back, so that nobody can put the same bytes meanwhile. <b>ST-6</b> a
 * folder without any files, though the database lists some, is no empty store but the place where
 * its disk is not mounted: no file is called damaged for that, none is written there, and {@code
 * /health/ready} says {@code store: DOWN}. <b>ST-7</b> what is small is kept in its row and has no
 * file; its callers need not know. <b>ST-8</b> what a transaction prepares lies in one file, a
 * bundle, and is made durable at once; no row names what is gone from it, its bytes are blanked,
 * and a bundle of which less than half is left is taken apart.
 *
 * <p>Out of scope: who may read which blob (the room that owns the row pointing to it).
 */
@Room(
        name = "store",
        uses = {"shell"})
package org.preceptorportal.store;

import org.preceptorportal.Room;
