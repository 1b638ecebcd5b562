/**
 * The database under everything: the data source, the embedded PostgreSQL, the migrations.
 *
 * <p>Promise: the portal works on one real PostgreSQL. With {@code portal.db.url=embedded} it
 * starts its own below {@code portal.data} and stops it as the last thing at shutdown; otherwise it
 * uses the configured server. The schema is current before anything else starts.
 *
 * <ol>
 *   <li>DB-1: a bean that touches the database at start-up is {@code @DependsOn("Migration")}; so
 *       it starts after the migrations and is destroyed before the embedded database stops.
 *   <li>DB-2: one data folder has one portal; a second one is refused.
 *   <li>DB-3: the embedded database listens on 127.0.0.1 only, on a free port, never runs as root,
 *       and asks for a password that only the data folder knows.
 *   <li>DB-4: a schema newer than this portal is refused; nothing is ever migrated backwards.
 * </ol>
 *
 * <p>Out of scope: what is in the tables (each room owns its own), backup.
 */
package org.preceptorportal.shell.database;
