/**
 * Everything a program may have of its applicants, in one download.
 *
 * <p>Promise: each night binds, per program and applicant, the released letters and the
 * clinical-skill report behind a cover, lays the sealed originals beside them, and lists all of it.
 * The ZIP is never stored: it is streamed from kept files whose sizes and checksums are known.
 *
 * <p>Operations: {@link org.preceptorportal.packet.Packets} (list, open, download) · {@link
 * org.preceptorportal.packet.PacketZip} (the bytes) · the night's steps in {@code packet.batch}.
 *
 * <ol>
 *   <li>PK-1: a program sees its own packets and nothing else (S4); a coordinator those of the own
 *       institution.
 *   <li>PK-2: a packet holds what was released to its program by the night's cut-off, nothing else.
 *   <li>PK-3: equal inputs make nothing new: a file's key is the hash of all it is made from, a
 *       packet's key the hash of its entries (S5).
 *   <li>PK-4: what is left out is named, with its reason, on the applicant's cover, in index.csv
 *       and on the night's page (S6).
 *   <li>PK-5: a packet never changes; the same packet is the same bytes at each download, so that
 *       an interrupted one can be resumed.
 *   <li>PK-6: each request that sends bytes of a packet is in the audit trail: as a download, with
 *       the byte from which it was resumed, or as a preview.
 *   <li>PK-7: names of files are plain ASCII, sortable by family name, and unique.
 *   <li>PK-8: a letter that was withdrawn is given to nobody from that moment: its files are left
 *       out of every older packet, which says so, and the programs that took them are told, but
 *       never while the season's data leaves programs alone (S10).
 *   <li>PK-9: whoever advises an applicant gets none of that applicant's files, no list of hashes
 *       and no whole packet with them in it, and is told why.
 * </ol>
 *
 * <p>Out of scope: who releases what ({@code letter}), drawing ({@code reports}), figures ({@code
 * skills}), when it runs ({@code night}).
 */
@Room(
        name = "packet",
        uses = {
            "roster", "adviser", "access", "notify", "letter", "signing", "release", "skills",
            "season", "reports", "seal", "store", "ledger", "audit", "shell"
        })
package org.preceptorportal.packet;

import org.preceptorportal.Room;
